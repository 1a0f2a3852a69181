'use client'

import { useMemo } from 'react'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import type { DecodedResult } from '@/lib/results/types'
import { CompareArrays } from './CompareArrays'
import { CompareImages } from './CompareImages'
import { CompareTables } from './CompareTables'
import styles from './CompareWith.module.css'
import { describeResult } from './describeResult'
import { toRows } from './model/compareResults'
import { isClassMap } from './model/viewsOf'
import { HeatMap } from './plots/HeatMap'
import { type ResultFile, useDecodedResult } from './useDecodedResult'
import { ImageView } from './views/ImageView'

/** A result by itself, to look at beside others. */
export function CompareBase({ name, file }: { name: string; file: ResultFile }) {
  const messages = useMessages()
  const t = messages.results
  const decoded = useDecodedResult(file)
  if (decoded.status === 'waiting') return <WaitingNotice what={t.decoding(file.filename)} since={decoded.since} />
  if (decoded.status === 'failed') return <ErrorNotice title={t.unreadable.title} raw={decoded.message} />
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{name}</figcaption>
      <Picture name={name} result={decoded.result} />
      <p className={styles.words}>{describeResult(decoded.result, messages).join(' · ')}</p>
    </figure>
  )
}

function Picture({ name, result }: { name: string; result: DecodedResult }) {
  const t = useMessages().results
  const grid = useMemo(() => (result.kind === 'array' ? toRows(result) : undefined), [result])
  if (result.kind === 'image') return <ImageView result={result} label={name} />
  if (result.kind !== 'array' || !grid) return null
  const colors = isClassMap(result) ? 'categorical' : 'sequential'
  return <HeatMap grid={grid} label={name} axes={t.compare.axes} colors={colors} />
}

type CompareWithProps = { name: string; file: ResultFile; base: ResultFile }

/** Another result, what tells it from the base one, and both in words. */
export function CompareWith({ name, file, base }: CompareWithProps) {
  const t = useMessages().results
  const first = useDecodedResult(base)
  const second = useDecodedResult(file)
  const failed = [first, second].find(({ status }) => status === 'failed')
  if (failed?.status === 'failed') return <ErrorNotice title={t.unreadable.title} raw={failed.message} />
  if (first.status !== 'done' || second.status !== 'done') return <WaitingNotice what={t.decoding(file.filename)} />
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{name}</figcaption>
      {sameBytes(base.bytes, file.bytes) ? <p className={styles.words}>{t.compare.identical}</p> : null}
      <Difference name={name} base={first.result} other={second.result} />
    </figure>
  )
}

function Difference({ name, base, other }: { name: string; base: DecodedResult; other: DecodedResult }) {
  const messages = useMessages()
  const t = messages.results.compare
  if (base.kind === 'array' && other.kind === 'array') return <CompareArrays {...{ name, base, other }} />
  if (base.kind === 'table' && other.kind === 'table') return <CompareTables {...{ name, base, other }} />
  if (base.kind === 'image' && other.kind === 'image') return <CompareImages {...{ name, base, other }} />
  const [here, there] = [base, other].map((result) => describeResult(result, messages).join(', ')) as [string, string]
  return <Notice tone="info" title={base.kind === other.kind ? t.plain : t.unlike(here, there)} />
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}
