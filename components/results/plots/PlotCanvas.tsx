'use client'

import { useComputedColorScheme } from '@mantine/core'
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { canvasToBlob } from './canvasToBlob'
import styles from './PlotCanvas.module.css'
import { type PlotTheme, readPlotTheme } from './readPlotTheme'

export type PlotSize = { width: number; height: number }
export type PlotCell = { column: number; row: number }
export type PlotPoint = { x: number; y: number }
export type PlotPaint = {
  context: CanvasRenderingContext2D
  size: PlotSize
  theme: PlotTheme
  cell: PlotCell | undefined
}
export type PlotHandle = { toPng(): Promise<Blob> }

/** What one kind of plot knows: how to paint itself, what lies under a point, and how to say it. */
export type PlotDrawing = {
  /** How far the arrow keys can walk. */
  columns: number
  rows: number
  paint(paint: PlotPaint): void
  locate(point: PlotPoint, size: PlotSize): PlotCell | undefined
  describe(cell: PlotCell): string
}

type PlotCanvasProps = {
  drawing: PlotDrawing
  label: string
  /** The text alternative: what somebody who cannot see the plot needs to know. */
  description: string
  hint: string
  /** CSS pixels; by width when a function. */
  height: number | ((width: number) => number)
  ref?: Ref<PlotHandle>
}

/** A canvas that follows its container and the theme, and whose values can be walked with pointer and arrow keys. */
export function PlotCanvas({ drawing, label, description, hint, height, ref }: PlotCanvasProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, setWidth] = useState(0)
  const [cell, setCell] = useState<PlotCell>()
  const scheme = useComputedColorScheme('light')
  const descriptionId = useId()
  const pixels = typeof height === 'function' ? height(width) : height
  const size = useMemo(() => ({ width, height: pixels }), [width, pixels])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const element = canvas.current
    if (!element || size.width === 0) return
    paintOn({ canvas: element, drawing, size, scale: window.devicePixelRatio, cell, scheme })
  }, [drawing, size, cell, scheme])

  useImperativeHandle(ref, () => ({
    toPng: () => {
      const copy = document.createElement('canvas')
      canvas.current?.parentElement?.append(copy)
      try {
        paintOn({ canvas: copy, drawing, size, scale: 2, cell: undefined, scheme, opaque: true })
      } finally {
        copy.remove()
      }
      return canvasToBlob(copy)
    },
  }))

  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setCell(drawing.locate({ x: event.clientX - box.left, y: event.clientY - box.top }, size))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const next = walk(event.key, cell, drawing)
    if (next === undefined) return
    event.preventDefault()
    setCell(next ?? undefined)
  }

  return (
    <div className={styles.frame}>
      <div ref={frame} className={styles.measure}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          aria-describedby={descriptionId}
          tabIndex={0}
          className={styles.canvas}
          style={{ height: pixels }}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setCell(undefined)}
          onKeyDown={onKeyDown}
          onBlur={() => setCell(undefined)}
        />
      </div>
      <p id={descriptionId} className="oc-hidden">
        {description}
      </p>
      <p className={styles.reading} aria-live="polite">
        {cell ? drawing.describe(cell) : hint}
      </p>
    </div>
  )
}

type PaintOn = {
  canvas: HTMLCanvasElement
  drawing: PlotDrawing
  size: PlotSize
  scale: number
  cell: PlotCell | undefined
  scheme: 'light' | 'dark'
  opaque?: boolean
}

function paintOn({ canvas, drawing, size, scale, cell, scheme, opaque }: PaintOn): void {
  canvas.width = Math.round(size.width * scale)
  canvas.height = Math.round(size.height * scale)
  const context = canvas.getContext('2d')
  if (!context) return
  const theme = readPlotTheme(canvas, scheme)
  context.scale(scale, scale)
  context.clearRect(0, 0, size.width, size.height)
  if (opaque) {
    context.fillStyle = theme.background
    context.fillRect(0, 0, size.width, size.height)
  }
  drawing.paint({ context, size, theme, cell })
}

/** The next cell for a key; `null` puts the cursor away, undefined leaves the key to others. */
function walk(key: string, cell: PlotCell | undefined, limits: { columns: number; rows: number }) {
  if (key === 'Escape') return cell ? null : undefined
  const moves: Record<string, PlotCell> = {
    ArrowLeft: { column: -1, row: 0 },
    ArrowRight: { column: 1, row: 0 },
    ArrowUp: { column: 0, row: 1 },
    ArrowDown: { column: 0, row: -1 },
    Home: { column: -limits.columns, row: 0 },
    End: { column: limits.columns, row: 0 },
  }
  const move = moves[key]
  if (!move) return undefined
  if (!cell) return { column: 0, row: 0 }
  return {
    column: clamp(cell.column + move.column, limits.columns),
    row: clamp(cell.row + move.row, limits.rows),
  }
}

const clamp = (value: number, length: number) => Math.min(length - 1, Math.max(0, value))
