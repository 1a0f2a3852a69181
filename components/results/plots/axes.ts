import { formatNumber } from '../model/formatNumber'
import { niceTicks } from '../model/niceTicks'
import type { PlotPaint } from './PlotCanvas'

export type Box = { left: number; top: number; width: number; height: number }
export type Axis = { min: number; max: number; title: string /** From the top down. */; reversed?: boolean }

export type PaintAxes = Pick<PlotPaint, 'context' | 'theme'> & { box: Box; x: Axis; y: Axis; grid?: boolean }

/** Paints ticks, tick labels, axis titles and, when asked for, grid lines around a box. */
export function paintAxes({ context, theme, box, x, y, grid = false }: PaintAxes): void {
  context.font = `12px ${theme.font}`
  context.lineWidth = 1
  const bottom = box.top + box.height
  for (const tick of niceTicks(x.min, x.max, Math.max(2, box.width / 80))) {
    const at = Math.round(box.left + scale(tick, x) * box.width) + 0.5
    line(context, grid ? [at, box.top, at, bottom + 4] : [at, bottom, at, bottom + 4], theme.grid)
    label({
      context,
      text: formatNumber(tick),
      x: at,
      y: bottom + 8,
      color: theme.dimmed,
      align: 'center',
      baseline: 'top',
    })
  }
  for (const tick of niceTicks(y.min, y.max, Math.max(2, box.height / 50))) {
    const at =
      Math.round(y.reversed ? box.top + scale(tick, y) * box.height : bottom - scale(tick, y) * box.height) + 0.5
    line(context, grid ? [box.left - 4, at, box.left + box.width, at] : [box.left - 4, at, box.left, at], theme.grid)
    label({
      context,
      text: formatNumber(tick),
      x: box.left - 8,
      y: at,
      color: theme.dimmed,
      align: 'right',
      baseline: 'middle',
    })
  }
  label({
    context,
    text: x.title,
    x: box.left + box.width / 2,
    y: bottom + 26,
    color: theme.text,
    align: 'center',
    baseline: 'top',
  })
  context.save()
  context.translate(12, box.top + box.height / 2)
  context.rotate(-Math.PI / 2)
  label({ context, text: y.title, x: 0, y: 0, color: theme.text, align: 'center', baseline: 'middle' })
  context.restore()
}

/** Where a value lies on its axis, 0 to 1. */
export function scale(value: number, axis: { min: number; max: number }): number {
  return axis.max === axis.min ? 0.5 : (value - axis.min) / (axis.max - axis.min)
}

function line(
  context: CanvasRenderingContext2D,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  color: string,
) {
  context.strokeStyle = color
  context.beginPath()
  context.moveTo(x0, y0)
  context.lineTo(x1, y1)
  context.stroke()
}

type Label = {
  context: CanvasRenderingContext2D
  text: string
  x: number
  y: number
  color: string
  align: CanvasTextAlign
  baseline: CanvasTextBaseline
}

export function label({ context, text, x, y, color, align, baseline }: Label): void {
  context.fillStyle = color
  context.textAlign = align
  context.textBaseline = baseline
  context.fillText(text, x, y)
}
