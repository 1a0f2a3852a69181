'use client'

import { type Ref, useMemo } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { describeNumbers } from '../model/describeNumbers'
import { formatNumber } from '../model/formatNumber'
import type { NumericGrid } from '../model/NumericGrid'
import { createHeatMapDrawing, type HeatMapColors } from './createHeatMapDrawing'
import { PlotCanvas, type PlotHandle } from './PlotCanvas'

type HeatMapProps = {
  grid: NumericGrid
  label: string
  axes: { x: string; y: string; value: string }
  colors: HeatMapColors
  /** What the colours span, so that several maps can be compared. */
  range?: { min: number; max: number } | undefined
  /** What whole numbers stand for, in a categorical map. */
  names?: readonly string[] | undefined
  ref?: Ref<PlotHandle>
}

/** CSS pixels of the cells at most. */
const tallest = 560

/** A 2-D array as coloured cells, row 0 at the top unless the grid has coordinates. */
export function HeatMap({ grid, label, axes, colors, range, names, ref }: HeatMapProps) {
  const t = useMessages().results
  const drawing = useMemo(
    () => createHeatMapDrawing({ grid, axes, colors, range, names, describe: t.heatMap.cell }),
    [grid, axes, colors, range, names, t],
  )
  const numbers = useMemo(() => describeNumbers(grid.values), [grid])
  const shares = useMemo(() => (colors === 'categorical' ? countClasses(grid.values) : []), [grid, colors])
  const classes = shares.map(({ value, share }) => t.heatMap.share(names?.[value] ?? formatNumber(value), share))
  const numbersText = t.heatMap.description({
    rows: grid.rows,
    columns: grid.columns,
    min: formatNumber(numbers.min),
    max: formatNumber(numbers.max),
    mean: formatNumber(numbers.mean),
  })
  const description =
    classes.length > 0 ? t.heatMap.classes({ rows: grid.rows, columns: grid.columns, classes }) : numbersText
  const height = (width: number) => {
    const inner = Math.max(120, width - 144)
    return Math.round(Math.min(tallest, Math.max(160, (inner * grid.rows) / grid.columns)) + 56)
  }
  // Without coordinates it is a picture: cells stay square, so it need not be wider than its height allows.
  const width = grid.x ? undefined : Math.max(320, (tallest * grid.columns) / grid.rows + 144)
  return (
    <div style={{ maxWidth: width }}>
      <PlotCanvas
        ref={ref}
        drawing={drawing}
        label={label}
        description={description}
        hint={t.plot.hint}
        height={height}
      />
    </div>
  )
}

/** How much of a map each class covers, the most common ones first. */
function countClasses(values: Float64Array): { value: number; share: number }[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([value, count]) => ({ value, share: count / values.length }))
}
