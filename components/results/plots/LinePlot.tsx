'use client'

import { type Ref, useMemo } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { describeNumbers } from '../model/describeNumbers'
import { formatNumber } from '../model/formatNumber'
import { createLineDrawing } from './createLineDrawing'
import { PlotCanvas, type PlotHandle } from './PlotCanvas'

type LinePlotProps = { values: ArrayLike<number>; label: string; ref?: Ref<PlotHandle> }

/** A list of numbers over its index. */
export function LinePlot({ values, label, ref }: LinePlotProps) {
  const t = useMessages().results
  const numbers = useMemo(() => describeNumbers(values), [values])
  const drawing = useMemo(
    () => createLineDrawing({ values, axes: { index: t.axes.index, value: t.axes.value }, describe: t.line.point }),
    [values, t],
  )
  if (numbers.finite === 0) return <p>{t.plot.nothingFinite}</p>
  return (
    <PlotCanvas
      ref={ref}
      drawing={drawing}
      label={label}
      description={t.line.description({
        count: formatNumber(numbers.count),
        min: formatNumber(numbers.min),
        max: formatNumber(numbers.max),
        mean: formatNumber(numbers.mean),
      })}
      hint={t.plot.hint}
      height={320}
    />
  )
}
