'use client'

import { useMemo } from 'react'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import styles from './CompareWith.module.css'
import { compareResults, toRows } from './model/compareResults'
import { formatNumber } from './model/formatNumber'
import { isClassMap } from './model/viewsOf'
import { HeatMap } from './plots/HeatMap'
import { type ResultFile, useDecodedResult } from './useDecodedResult'

/** A result by itself, to look at beside others. */
export function CompareBase({ name, file }: { name: string; file: ResultFile }) {
  const t = useMessages().results
  const decoded = useDecodedResult(file)
  const result = decoded.status === 'done' && decoded.result.kind === 'array' ? decoded.result : undefined
  const grid = useMemo(() => result && toRows(result), [result])
  if (decoded.status === 'waiting') return <WaitingNotice what={t.decoding(file.filename)} since={decoded.since} />
  if (decoded.status === 'failed') return <ErrorNotice title={t.unreadable.title} raw={decoded.message} />
  if (!result || !grid) return <Notice tone="info" title={t.compare.noNumbers} />
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{name}</figcaption>
      <HeatMap
        grid={grid}
        label={name}
        axes={t.compare.axes}
        colors={isClassMap(result) ? 'categorical' : 'sequential'}
      />
    </figure>
  )
}

type CompareWithProps = { name: string; file: ResultFile; base: ResultFile }

/** Another result, what tells it from the base one, and both in words. */
export function CompareWith({ name, file, base }: CompareWithProps) {
  const t = useMessages().results
  const first = useDecodedResult(base)
  const second = useDecodedResult(file)
  const compared = useMemo(
    () =>
      first.status === 'done' && second.status === 'done' ? compareResults(first.result, second.result) : undefined,
    [first, second],
  )
  const failed = [first, second].find(({ status }) => status === 'failed')
  if (failed?.status === 'failed') return <ErrorNotice title={t.unreadable.title} raw={failed.message} />
  if (!compared) return <WaitingNotice what={t.decoding(file.filename)} />
  if (compared.status === 'noNumbers') return <Notice tone="info" title={t.compare.noNumbers} />
  if (compared.status === 'otherShape') {
    const { shape, otherShape } = compared
    return <Notice tone="info" title={t.compare.otherShape(t.facts.shape(shape), t.facts.shape(otherShape))} />
  }
  const { other, residual, categorical, range, changed, cells, layers } = compared
  const label = t.compare.difference(name)
  return (
    <div className={styles.column}>
      <figure className={styles.figure}>
        <figcaption className={styles.title}>{name}</figcaption>
        <HeatMap
          grid={other}
          label={name}
          axes={t.compare.axes}
          colors={categorical ? 'categorical' : 'sequential'}
          range={categorical ? undefined : range}
        />
      </figure>
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
    </div>
  )
}
