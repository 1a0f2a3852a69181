'use client'

import { KeyValueList } from '@/components/ui/KeyValueList'
import { useMessages } from '@/lib/messages/useMessages'
import type { ArrayResult } from '@/lib/results/types'
import { formatCell } from '../model/formatCell'
import { formatNumber } from '../model/formatNumber'
import { tableSourceOfArray } from '../model/tableSource'

/** An array in figures. */
export function SummaryView({ result }: { result: ArrayResult }) {
  const t = useMessages().results
  const { summary } = result
  const number = (value: number | undefined) => (value === undefined ? t.summary.none : formatNumber(value))
  const single = result.data.length === 1 ? tableSourceOfArray(result, 0).columns[0]?.cell(0) : undefined
  return (
    <KeyValueList
      items={[
        ...(single === undefined ? [] : [{ label: t.summary.value, value: formatCell(single) }]),
        { label: t.summary.shape, value: t.facts.shape(result.shape) },
        { label: t.summary.type, value: result.dtype },
        { label: t.summary.count, value: formatNumber(summary.count) },
        { label: t.summary.min, value: number(summary.min) },
        { label: t.summary.max, value: number(summary.max) },
        { label: t.summary.mean, value: number(summary.mean) },
        { label: t.summary.deviation, value: number(summary.deviation) },
        ...(summary.distinctIntegers === undefined
          ? []
          : [{ label: t.summary.distinct, value: formatNumber(summary.distinctIntegers) }]),
        { label: t.summary.nan, value: formatNumber(summary.nanCount) },
        { label: t.summary.infinite, value: formatNumber(summary.infiniteCount) },
        { label: t.summary.missing, value: formatNumber(summary.missingCount) },
      ]}
    />
  )
}
