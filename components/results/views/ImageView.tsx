'use client'

import { Button, Group } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ImageResult } from '@/lib/results/types'
import { stepZoom } from '../model/stepZoom'
import { canvasToBlob } from '../plots/canvasToBlob'
import type { PlotHandle } from '../plots/PlotCanvas'
import styles from './ImageView.module.css'

type Pixel = { x: number; y: number }

/** Small pictures are enlarged to at most so many CSS pixels. */
const comfortable = 512

/** A raster image, painted on a canvas by its pixels so that nothing in the file can do anything else. */
export function ImageView({ result, label, ref }: { result: ImageResult; label: string; ref?: Ref<PlotHandle> }) {
  const t = useMessages().results.image
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useElementSize()
  const [chosen, setChosen] = useState<number>()
  const [picture, setPicture] = useState({ width: result.width, height: result.height, failed: false })
  const [pixel, setPixel] = useState<Pixel>()
  const { width, height } = picture
  // Whole multiples only: each pixel stays a square.
  const room = Math.min(frame.width / width, comfortable / Math.max(width, height))
  const zoom = chosen ?? (room >= 2 ? Math.floor(room) : undefined)

  useEffect(() => {
    let current = true
    const show = async () => {
      const bitmap = await createImageBitmap(sourceOf(result))
      const target = canvas.current
      if (!current || !target) return
      target.width = bitmap.width
      target.height = bitmap.height
      target.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0)
      setPicture({ width: bitmap.width, height: bitmap.height, failed: false })
      bitmap.close()
    }
    show().catch(() => {
      if (current) setPicture((last) => ({ ...last, failed: true }))
    })
    return () => {
      current = false
    }
  }, [result])

  useImperativeHandle(ref, () => ({
    toPng: () =>
      canvas.current ? canvasToBlob(canvas.current) : Promise.reject(new Error('The picture is not shown.')),
  }))

  const step = (direction: 1 | -1) =>
    setChosen(stepZoom(zoom ?? (canvas.current ? canvas.current.clientWidth / width : 1), direction))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '-') step(event.key === '+' ? 1 : -1)
    else if (event.key === 'Escape' && pixel) setPixel(undefined)
    else {
      const move = moves[event.key]
      if (!move) return
      const { x, y } = pixel ?? { x: -move[0], y: -move[1] }
      setPixel({ x: clamp(x + move[0], width), y: clamp(y + move[1], height) })
    }
    event.preventDefault()
  }

  if (picture.failed) return <Notice tone="danger" title={t.unreadable} />
  return (
    <div ref={frame.ref}>
      <Group gap="xs" mb="xs">
        <span className={styles.fact}>{t.size(width, height)}</span>
        <Button.Group>
          <Button size="xs" variant="default" onClick={() => step(-1)} aria-label={t.zoomOut}>
            −
          </Button>
          <Button size="xs" variant="default" onClick={() => setChosen(1)}>
            {t.actualSize}
          </Button>
          <Button size="xs" variant="default" onClick={() => step(1)} aria-label={t.zoomIn}>
            +
          </Button>
          <Button size="xs" variant="default" onClick={() => setChosen(undefined)}>
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
          tabIndex={0}
          aria-label={t.alternative(label, width, height)}
          className={styles.image}
          data-fit={zoom === undefined || undefined}
          style={zoom === undefined ? undefined : { width: width * zoom, height: height * zoom }}
          onPointerMove={({ nativeEvent, currentTarget }) =>
            setPixel({
              x: clamp(Math.floor((nativeEvent.offsetX / currentTarget.clientWidth) * width), width),
              y: clamp(Math.floor((nativeEvent.offsetY / currentTarget.clientHeight) * height), height),
            })
          }
          onPointerLeave={() => setPixel(undefined)}
          onBlur={() => setPixel(undefined)}
          onKeyDown={onKeyDown}
        />
      </section>
      <p className={styles.reading} aria-live="polite">
        {pixel ? t.pixel(pixel, colorAt(canvas.current, pixel)) : t.hint}
      </p>
    </div>
  )
}

const moves: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const clamp = (value: number, length: number) => Math.min(length - 1, Math.max(0, value))

/** Red, green, blue and opacity, 0 to 255 each. */
function colorAt(canvas: HTMLCanvasElement | null, { x, y }: Pixel): readonly number[] {
  return [...(canvas?.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])]
}

function sourceOf(result: ImageResult): ImageBitmapSource {
  if (result.pixels) return new ImageData(result.pixels, result.width, result.height)
  return new Blob([result.bytes], { type: result.mime })
}
