'use client'

import { useComputedColorScheme } from '@mantine/core'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import type { NumericGrid } from '../model/NumericGrid'
import { createSurfaceFigure, type SurfaceMode, type SurfaceText } from './createSurfaceFigure'
import { hasWebGl } from './hasWebGl'
import { type CameraMove, moveCamera } from './moveCamera'
import type { PlotHandle } from './PlotCanvas'
import { readPlotTheme } from './readPlotTheme'
import styles from './Surface3D.module.css'

type Surface3DProps = {
  grid: NumericGrid
  reference?: NumericGrid | undefined
  mode: SurfaceMode
  text: SurfaceText
  description: string
  ref?: Ref<PlotHandle>
  /** Told when 3D is impossible here, so that the caller can show the same numbers otherwise. */
  onUnavailable(): void
}

type Plotly = typeof import('plotly.js-gl3d-dist-min').default
type PlotElement = HTMLDivElement & { layout?: { scene?: { camera?: { eye?: { x: number; y: number; z: number } } } } }

const config = {
  displaylogo: false,
  showSendToCloud: false,
  displayModeBar: false,
  responsive: true,
  scrollZoom: false,
}
const keys: Record<string, CameraMove> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'reset',
  Home: 'reset',
}

/** A plot that can be turned by pointer and arrow keys. Plotly is fetched when the first one is shown. */
export default function Surface3D({ grid, reference, mode, text, description, ref, onUnavailable }: Surface3DProps) {
  const t = useMessages().results
  const element = useRef<PlotElement>(null)
  const plotly = useRef<Plotly>(undefined)
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const scheme = useComputedColorScheme('light')
  const descriptionId = useId()

  useEffect(() => {
    const target = element.current
    if (!target) return
    if (!hasWebGl()) {
      onUnavailable()
      return
    }
    let current = true
    const show = async () => {
      plotly.current ??= (await import('plotly.js-gl3d-dist-min')).default
      if (!current) return
      const theme = readPlotTheme(target, scheme)
      const aspect = target.clientWidth / target.clientHeight
      const { data, layout } = createSurfaceFigure({ grid, reference, mode, text, theme, aspect })
      await plotly.current.react(target, data, layout, config)
      if (current) setState('shown')
    }
    show().catch(() => {
      if (current) setState('failed')
    })
    return () => {
      current = false
    }
  }, [grid, reference, mode, text, scheme, onUnavailable])

  useEffect(() => {
    const target = element.current
    return () => {
      if (target) plotly.current?.purge(target)
    }
  }, [])

  useImperativeHandle(ref, () => ({
    toPng: async () => {
      const target = element.current
      if (!target || !plotly.current) throw new Error('The plot is not shown yet.')
      const theme = readPlotTheme(target, scheme)
      const figure = createSurfaceFigure({ grid, reference, mode, text, theme, showTitle: true })
      const eye = target.layout?.scene?.camera?.eye
      const scene = { ...(figure.layout.scene as object), ...(eye ? { camera: { eye } } : {}) }
      const url = await plotly.current.toImage(
        { ...figure, layout: { ...figure.layout, scene, autosize: false } },
        { format: 'png', width: 900, height: 700, scale: 2 },
      )
      return dataUrlToBlob(url)
    },
  }))

  const move = (kind: CameraMove) => {
    const target = element.current
    if (!target || state !== 'shown') return
    const eye = moveCamera(target.layout?.scene?.camera?.eye, kind)
    void plotly.current?.relayout(target, { 'scene.camera.eye': eye })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const kind = keys[event.key]
    if (!kind || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(kind)
  }

  return (
    <div className={styles.frame}>
      <div className={styles.stage} aria-busy={state === 'loading'}>
        <div
          ref={element}
          role="img"
          aria-label={text.title}
          aria-describedby={descriptionId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys turn the picture
          tabIndex={0}
          className={styles.plot}
          onKeyDown={onKeyDown}
        />
        {state === 'shown' ? null : (
          <p className={styles.waiting} role="status">
            {state === 'loading' ? t.surface.loading : t.surface.failed}
          </p>
        )}
      </div>
      <fieldset className={styles.controls} aria-label={t.surface.controls}>
        {(['left', 'right', 'up', 'down', 'in', 'out', 'reset'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.control}
            onClick={() => move(kind)}
            title={t.surface.moves[kind]}
          >
            <span aria-hidden>{glyphs[kind]}</span>
            <span className="oc-hidden">{t.surface.moves[kind]}</span>
          </button>
        ))}
        <span className={styles.hint}>{t.surface.hint}</span>
      </fieldset>
      <p id={descriptionId} className="oc-hidden">
        {description}
      </p>
    </div>
  )
}

const glyphs: Record<CameraMove, string> = { left: '←', right: '→', up: '↑', down: '↓', in: '+', out: '−', reset: '⟲' }

function dataUrlToBlob(url: string): Blob {
  const text = atob(url.slice(url.indexOf(',') + 1))
  return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))], { type: 'image/png' })
}
