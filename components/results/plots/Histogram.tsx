'use client'

import { type Ref, useMemo } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { binNumbers } from '../model/binNumbers'
import { formatNumber } from '../model/formatNumber'
import { createHistogramDrawing } from './createHistogramDrawing'
import { PlotCanvas, type PlotHandle } from './PlotCanvas'

type HistogramProps = { values: ArrayLike<number>; integer: boolean; label: string; ref?: Ref<PlotHandle> }

/** How often which values occur. */
export function Histogram({ values, integer, label, ref }: HistogramProps) {
  const t = useMessages().results
  const bins = useMemo(() => binNumbers({ values, integer }), [values, integer])
  const drawing = useMemo(
    () =>
      createHistogramDrawing({
        bins,
        axes: { value: t.axes.value, count: t.axes.count },
        describe: t.histogram.bin,
      }),
    [bins, t],
  )
  if (bins.length === 0) return <p>{t.plot.nothingFinite}</p>
  const fullest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best))
  return (
    <PlotCanvas
      ref={ref}
      drawing={drawing}
      label={label}
      description={t.histogram.description({
        bins: bins.length,
        from: formatNumber(fullest.from),
        to: formatNumber(fullest.to),
        count: formatNumber(fullest.count),
      })}
      hint={t.plot.hint}
      height={320}
    />
  )
}
