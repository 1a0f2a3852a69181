import { categoricalColor, divergingColor, type Rgb, sequentialColor, toCss } from '../model/colorScale'
import { describeNumbers } from '../model/describeNumbers'
import { formatNumber } from '../model/formatNumber'
import type { NumericGrid } from '../model/NumericGrid'
import { niceTicks } from '../model/niceTicks'
import { type Axis, type Box, label, paintAxes, scale } from './axes'
import type { PlotDrawing, PlotPaint, PlotSize } from './PlotCanvas'

export type HeatMapColors = 'sequential' | 'diverging' | 'categorical'
export type HeatMapCell = { row: number; column: number; x: string; y: string; value: string }

type HeatMapParameters = {
  grid: NumericGrid
  axes: { x: string; y: string; value: string }
  colors: HeatMapColors
  /** What the colours span, when it is not the grid's own numbers. */
  range?: { min: number; max: number } | undefined
  /** What whole numbers stand for, in a categorical map. */
  names?: readonly string[] | undefined
  describe(cell: HeatMapCell): string
}

/** Classes shown by name in the legend of a categorical map. */
const maxClasses = 20

export function createHeatMapDrawing({
  grid,
  axes,
  colors,
  names,
  describe,
  ...given
}: HeatMapParameters): PlotDrawing {
  const nameOf = (value: number) => names?.[value] ?? formatNumber(value)
  // Names need more room than numbers.
  const room = names ? 52 + 7 * Math.max(...names.map(({ length }) => Math.min(length, 14))) : 0
  const range = given.range ?? valueRange(grid, colors)
  const classes = colors === 'categorical' ? [...new Set(grid.values)].sort((a, b) => a - b) : []
  const colorOf = (value: number): Rgb | undefined => {
    if (!Number.isFinite(value)) return undefined
    if (colors === 'categorical') return categoricalColor(classes.indexOf(value))
    return (colors === 'diverging' ? divergingColor : sequentialColor)(scale(value, range))
  }
  // With coordinates the plot is a graph, origin bottom left; without, it is a picture, row 0 on top.
  const flipped = grid.y !== undefined
  const x = cellAxis(grid.columns, axes.x, grid.x)
  const y = cellAxis(grid.rows, axes.y, grid.y)
  let picture: HTMLCanvasElement | undefined

  const paint = ({ context, size, theme, cell }: PlotPaint) => {
    picture ??= paintCells(grid, colorOf, flipped)
    const box = boxOf(size, room)
    context.imageSmoothingEnabled = grid.columns > box.width * 2
    context.drawImage(picture, box.left, box.top, box.width, box.height)
    context.strokeStyle = theme.grid
    context.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1)
    paintAxes({ context, theme, box, x, y: { ...y, reversed: !flipped } })
    if (colors === 'categorical') paintClasses({ context, theme, box, classes, colorOf, nameOf })
    else paintBar({ context, theme, box, range, title: axes.value, colors })
    if (cell) paintCursor({ context, box, grid, cell, flipped, color: theme.text, background: theme.background })
  }

  return {
    columns: grid.columns,
    rows: grid.rows,
    paint,
    locate: (point, size) => {
      const box = boxOf(size, room)
      const column = Math.floor(((point.x - box.left) / box.width) * grid.columns)
      const fromTop = Math.floor(((point.y - box.top) / box.height) * grid.rows)
      const row = flipped ? grid.rows - 1 - fromTop : fromTop
      const inside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows
      return inside ? { column, row } : undefined
    },
    describe: ({ column, row }) =>
      describe({
        row,
        column,
        x: `${axes.x} ${formatNumber(grid.x?.[column] ?? column)}`,
        y: `${axes.y} ${formatNumber(grid.y?.[row] ?? row)}`,
        value: nameOf(grid.values[row * grid.columns + column] as number),
      }),
  }
}

function valueRange(grid: NumericGrid, colors: HeatMapColors): { min: number; max: number } {
  const { min, max } = describeNumbers(grid.values)
  if (colors !== 'diverging') return { min, max }
  const reach = Math.max(Math.abs(min), Math.abs(max))
  return { min: -reach, max: reach }
}

function cellAxis(count: number, title: string, coordinates?: Float64Array): Axis {
  if (!coordinates || count < 2) return { min: -0.5, max: count - 0.5, title }
  const first = coordinates[0] as number
  const last = coordinates[count - 1] as number
  const half = (last - first) / (count - 1) / 2
  return { min: first - half, max: last + half, title }
}

function boxOf(size: PlotSize, room: number): Box {
  const left = 52
  const right = Math.max(room, size.width < 420 ? 68 : 92)
  return { left, top: 8, width: Math.max(40, size.width - left - right), height: Math.max(40, size.height - 56) }
}

/** Cells painted along an axis at most: no screen shows more, and millions of them would hold up the page. */
const mostPainted = 1600

function paintCells(
  grid: NumericGrid,
  colorOf: (value: number) => Rgb | undefined,
  flipped: boolean,
): HTMLCanvasElement {
  const step = Math.max(1, Math.ceil(Math.max(grid.rows, grid.columns) / mostPainted))
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(grid.columns / step)
  canvas.height = Math.ceil(grid.rows / step)
  const context = canvas.getContext('2d')
  if (!context) return canvas
  const image = context.createImageData(canvas.width, canvas.height)
  const { data } = image
  for (let row = 0; row < canvas.height; row++) {
    const line = flipped ? canvas.height - 1 - row : row
    for (let column = 0; column < canvas.width; column++) {
      const color = colorOf(grid.values[row * step * grid.columns + column * step] as number)
      if (!color) continue
      const at = (line * canvas.width + column) * 4
      data[at] = color[0]
      data[at + 1] = color[1]
      data[at + 2] = color[2]
      data[at + 3] = 255
    }
  }
  context.putImageData(image, 0, 0)
  return canvas
}

type Legend = Pick<PlotPaint, 'context' | 'theme'> & { box: Box }

function paintBar(
  parameters: Legend & { range: { min: number; max: number }; title: string; colors: HeatMapColors },
): void {
  const { context, theme, box, range, title, colors } = parameters
  const left = box.left + box.width + 16
  const color = colors === 'diverging' ? divergingColor : sequentialColor
  const top = box.top + 20
  const height = box.height - 20
  for (let i = 0; i < height; i++) {
    context.fillStyle = toCss(color(1 - i / (height - 1)))
    context.fillRect(left, top + i, 12, 1.5)
  }
  label({ context, text: title, x: left, y: box.top, color: theme.text, align: 'left', baseline: 'top' })
  for (const tick of niceTicks(range.min, range.max, Math.max(2, height / 50))) {
    const y = top + height - scale(tick, range) * height
    label({
      context,
      text: formatNumber(tick),
      x: left + 18,
      y,
      color: theme.dimmed,
      align: 'left',
      baseline: 'middle',
    })
  }
}

type Classes = { classes: number[]; colorOf(value: number): Rgb | undefined; nameOf(value: number): string }

function paintClasses(parameters: Legend & Classes): void {
  const { context, theme, box, classes, colorOf, nameOf } = parameters
  const left = box.left + box.width + 16
  const room = Math.min(maxClasses, Math.floor(box.height / 20))
  for (const [i, value] of classes.slice(0, room).entries()) {
    const y = box.top + i * 20
    context.fillStyle = toCss(colorOf(value) ?? [127, 127, 127])
    context.fillRect(left, y, 12, 12)
    label({
      context,
      text: nameOf(value),
      x: left + 18,
      y: y + 6,
      color: theme.text,
      align: 'left',
      baseline: 'middle',
    })
  }
}

type Cursor = {
  context: CanvasRenderingContext2D
  box: Box
  grid: NumericGrid
  cell: { column: number; row: number }
  flipped: boolean
  color: string
  background: string
}

function paintCursor({ context, box, grid, cell, flipped, color, background }: Cursor): void {
  const width = box.width / grid.columns
  const height = box.height / grid.rows
  const line = flipped ? grid.rows - 1 - cell.row : cell.row
  const size = [Math.max(6, width), Math.max(6, height)] as const
  const x = box.left + (cell.column + 0.5) * width - size[0] / 2
  const y = box.top + (line + 0.5) * height - size[1] / 2
  context.lineWidth = 4
  context.strokeStyle = background
  context.strokeRect(x, y, ...size)
  context.lineWidth = 2
  context.strokeStyle = color
  context.strokeRect(x, y, ...size)
}
