'use client'

import { Button, Group } from '@mantine/core'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ImageResult } from '@/lib/results/types'
import { canvasToBlob } from '../plots/canvasToBlob'
import type { PlotHandle } from '../plots/PlotCanvas'
import styles from './ImageView.module.css'

const zooms = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16]

/** A raster image, painted on a canvas by its pixels so that nothing in the file can do anything else. */
export function ImageView({ result, label, ref }: { result: ImageResult; label: string; ref?: Ref<PlotHandle> }) {
  const t = useMessages().results.image
  const canvas = useRef<HTMLCanvasElement>(null)
  const [zoom, setZoom] = useState<number>()
  const [size, setSize] = useState({ width: result.width, height: result.height })
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let current = true
    const show = async () => {
      const bitmap = await createImageBitmap(sourceOf(result))
      const target = canvas.current
      if (!current || !target) return
      target.width = bitmap.width
      target.height = bitmap.height
      target.getContext('2d')?.drawImage(bitmap, 0, 0)
      setSize({ width: bitmap.width, height: bitmap.height })
      bitmap.close()
    }
    show().catch(() => {
      if (current) setFailed(true)
    })
    return () => {
      current = false
    }
  }, [result])

  useImperativeHandle(ref, () => ({
    toPng: () =>
      canvas.current ? canvasToBlob(canvas.current) : Promise.reject(new Error('The picture is not shown.')),
  }))

  const step = (direction: 1 | -1) => {
    const now = zoom ?? (canvas.current ? canvas.current.clientWidth / size.width : 1)
    const next =
      direction === 1 ? zooms.find((value) => value > now + 1e-6) : zooms.findLast((value) => value < now - 1e-6)
    if (next !== undefined) setZoom(next)
  }

  if (failed) return <Notice tone="danger" title={t.unreadable} />
  return (
    <div>
      <Group gap="xs" mb="xs">
        <span className={styles.fact}>{t.size(size.width, size.height)}</span>
        <Button.Group>
          <Button size="xs" variant="default" onClick={() => step(-1)} aria-label={t.zoomOut}>
            −
          </Button>
          <Button size="xs" variant="default" onClick={() => setZoom(1)}>
            {t.actualSize}
          </Button>
          <Button size="xs" variant="default" onClick={() => step(1)} aria-label={t.zoomIn}>
            +
          </Button>
          <Button size="xs" variant="default" onClick={() => setZoom(undefined)}>
            {t.fit}
          </Button>
        </Button.Group>
        <span className={styles.fact} aria-live="polite">
          {zoom === undefined ? t.fitted : t.zoom(Math.round(zoom * 1000) / 10)}
        </span>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className={styles.frame} tabIndex={0} aria-label={label}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t.alternative(label, size.width, size.height)}
          className={styles.image}
          data-fit={zoom === undefined || undefined}
          style={zoom === undefined ? undefined : { width: size.width * zoom, height: size.height * zoom }}
        />
      </section>
    </div>
  )
}

function sourceOf(result: ImageResult): ImageBitmapSource {
  if (result.pixels) return new ImageData(result.pixels, result.width, result.height)
  return new Blob([result.bytes], { type: result.mime })
}
