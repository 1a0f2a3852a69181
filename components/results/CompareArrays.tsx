'use client'

import { useMemo } from 'react'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ArrayResult } from '@/lib/results/types'
import styles from './CompareWith.module.css'
import { compareResults } from './model/compareResults'
import { formatNumber } from './model/formatNumber'
import { HeatMap } from './plots/HeatMap'

/** An array of numbers and its distance from another of the same shape, as maps and in words. */
export function CompareArrays({ name, base, other }: { name: string; base: ArrayResult; other: ArrayResult }) {
  const t = useMessages().results
  const compared = useMemo(() => compareResults(base, other), [base, other])
  if (compared.status === 'noNumbers') return <Notice tone="info" title={t.compare.plain} />
  if (compared.status === 'otherShape') {
    const { shape, otherShape } = compared
    return <Notice tone="info" title={t.compare.otherShape(t.facts.shape(shape), t.facts.shape(otherShape))} />
  }
  const { residual, categorical, range, changed, cells, layers } = compared
  const label = t.compare.difference(name)
  return (
    <>
      <HeatMap
        grid={compared.other}
        label={name}
        axes={t.compare.axes}
        colors={categorical ? 'categorical' : 'sequential'}
        range={categorical ? undefined : range}
      />
      <p className={styles.words}>
        {changed === 0
          ? t.compare.same(cells)
          : t.compare.differs({
              changed,
              cells,
              rmse: formatNumber(compared.rmse),
              largest: formatNumber(compared.maxAbsolute),
            })}{' '}
        {layers > 1 ? t.compare.firstLayer(layers) : null}
      </p>
      {changed === 0 ? null : (
        <figure className={styles.figure}>
          <figcaption className={styles.title}>{label}</figcaption>
          <HeatMap
            grid={residual}
            label={label}
            axes={{ ...t.compare.axes, value: t.compare.differenceAxis }}
            colors="diverging"
          />
        </figure>
      )}
    </>
  )
}
