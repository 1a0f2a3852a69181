import type { Bin } from '../model/binNumbers'
import { formatNumber } from '../model/formatNumber'
import { type Box, paintAxes, scale } from './axes'
import type { PlotDrawing, PlotSize } from './PlotCanvas'

export type BinDescription = { from: string; to: string; count: string }

type HistogramParameters = {
  bins: readonly Bin[]
  axes: { value: string; count: string }
  describe(bin: BinDescription): string
}

export function createHistogramDrawing({ bins, axes, describe }: HistogramParameters): PlotDrawing {
  const first = bins[0]?.from ?? 0
  const last = bins.at(-1)?.to ?? 1
  const pad = first === last ? 0.5 : 0
  const x = { min: first - pad, max: last + pad, title: axes.value }
  const y = { min: 0, max: Math.max(1, ...bins.map((bin) => bin.count)) * 1.05, title: axes.count }
  return {
    columns: bins.length,
    rows: 1,
    paint: ({ context, size, theme, cell }) => {
      const box = boxOf(size)
      paintAxes({ context, theme, box, x, y, grid: true })
      const width = box.width / bins.length
      for (const [i, bin] of bins.entries()) {
        const height = scale(bin.count, y) * box.height
        context.fillStyle = theme.accent
        context.globalAlpha = cell && cell.column !== i ? 0.45 : 1
        context.fillRect(box.left + i * width + 0.5, box.top + box.height - height, Math.max(1, width - 1), height)
      }
      context.globalAlpha = 1
    },
    locate: (point, size) => {
      const box = boxOf(size)
      const column = Math.floor(((point.x - box.left) / box.width) * bins.length)
      return column >= 0 && column < bins.length ? { column, row: 0 } : undefined
    },
    describe: ({ column }) => {
      const bin = bins[column]
      return bin
        ? describe({ from: formatNumber(bin.from), to: formatNumber(bin.to), count: formatNumber(bin.count) })
        : ''
    },
  }
}

function boxOf(size: PlotSize): Box {
  return { left: 72, top: 10, width: Math.max(40, size.width - 88), height: Math.max(40, size.height - 60) }
}
