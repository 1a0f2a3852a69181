import { describeNumbers } from '../model/describeNumbers'
import { formatNumber } from '../model/formatNumber'
import { type Axis, type Box, paintAxes, scale } from './axes'
import type { PlotDrawing, PlotPaint, PlotSize } from './PlotCanvas'

type LineParameters = {
  values: ArrayLike<number>
  axes: { index: string; value: string }
  describe(point: { index: string; value: string }): string
}

/** A list of numbers over its index. Longer lists than there are pixels are drawn as the range within each pixel. */
export function createLineDrawing({ values, axes, describe }: LineParameters): PlotDrawing {
  const numbers = describeNumbers(values)
  const margin = (numbers.max - numbers.min) * 0.05 || 1
  const x = { min: 0, max: Math.max(1, values.length - 1), title: axes.index }
  const y = { min: numbers.min - margin, max: numbers.max + margin, title: axes.value }
  return {
    columns: values.length,
    rows: 1,
    paint: (paint) => {
      const box = boxOf(paint.size)
      paintAxes({ context: paint.context, theme: paint.theme, box, x, y, grid: true })
      paintLine(paint, { values, box, y })
      if (paint.cell) {
        const value = values[paint.cell.column] as number
        if (Number.isFinite(value))
          paintMark(paint, { x: box.left + scale(paint.cell.column, x) * box.width, y: yOf(value, { box, y }) })
      }
    },
    locate: (point, size) => {
      const box = boxOf(size)
      const column = Math.round(((point.x - box.left) / box.width) * (values.length - 1))
      return column >= 0 && column < values.length ? { column, row: 0 } : undefined
    },
    describe: ({ column }) => describe({ index: formatNumber(column), value: formatNumber(values[column] as number) }),
  }
}

type Scene = { box: Box; y: Axis }

function paintLine({ context, theme }: PlotPaint, { values, box, y }: Scene & { values: ArrayLike<number> }): void {
  context.strokeStyle = theme.accent
  context.lineWidth = 1.75
  context.lineJoin = 'round'
  context.beginPath()
  const perPixel = values.length / box.width
  let pen = false
  for (let column = 0; column < (perPixel > 2 ? Math.floor(box.width) : values.length); column++) {
    const from = perPixel > 2 ? Math.floor(column * perPixel) : column
    const to = perPixel > 2 ? Math.floor((column + 1) * perPixel) : column + 1
    const { min, max } = describeNumbers(Array.prototype.slice.call(values, from, to))
    if (Number.isNaN(min)) {
      pen = false
      continue
    }
    const at = perPixel > 2 ? box.left + column : box.left + (column / Math.max(1, values.length - 1)) * box.width
    if (pen) context.lineTo(at, yOf(min, { box, y }))
    else context.moveTo(at, yOf(min, { box, y }))
    if (max !== min) context.lineTo(at, yOf(max, { box, y }))
    pen = true
  }
  context.stroke()
  if (values.length > 60) return
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isFinite(value)) continue
    context.fillStyle = theme.accent
    context.beginPath()
    context.arc(box.left + (i / Math.max(1, values.length - 1)) * box.width, yOf(value, { box, y }), 3, 0, 2 * Math.PI)
    context.fill()
  }
}

function paintMark({ context, theme }: PlotPaint, at: { x: number; y: number }): void {
  context.fillStyle = theme.text
  context.beginPath()
  context.arc(at.x, at.y, 5, 0, 2 * Math.PI)
  context.fill()
}

const yOf = (value: number, { box, y }: Scene) => box.top + box.height - scale(value, y) * box.height

function boxOf(size: PlotSize): Box {
  return { left: 72, top: 10, width: Math.max(40, size.width - 92), height: Math.max(40, size.height - 60) }
}
