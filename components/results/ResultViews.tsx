'use client'

import { Tabs } from '@mantine/core'
import dynamic from 'next/dynamic'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { DecodedResult } from '@/lib/results/types'
import { describeResult } from './describeResult'
import type { Legend } from './model/parseLegend'
import { tableSourceOfTable } from './model/tableSource'
import { toGrid } from './model/toGrid'
import { type ViewId, viewsOf } from './model/viewsOf'
import type { PlotHandle } from './plots/PlotCanvas'
import styles from './ResultViews.module.css'
import { SaveMenu } from './SaveMenu'
import { type BraninReference, useBraninReference } from './useBraninReference'
import type { ResultFile } from './useDecodedResult'
import { ArchiveView } from './views/ArchiveView'
import { ArrayView } from './views/ArrayView'
import { ColumnsView } from './views/ColumnsView'
import { HexView } from './views/HexView'
import { ImageView } from './views/ImageView'
import { TextView } from './views/TextView'
import { TreeView } from './views/TreeView'
import { VirtualTable } from './views/VirtualTable'

const ContentsView = dynamic(() => import('./views/ContentsView'), { ssr: false })

type RenderFile = (file: ResultFile) => ReactNode
type ResultViewsProps = {
  file: ResultFile
  result: DecodedResult
  /** What the numbers of a class map stand for. */
  legend?: Legend | undefined
  renderFile: RenderFile
}

const pictures: readonly ViewId[] = ['surface', 'heatMap', 'difference', 'line', 'histogram', 'image']

/** What was read, the tabs to look at it, and the ways to keep it. */
export function ResultViews({ file, result, legend, renderFile }: ResultViewsProps) {
  const messages = useMessages()
  const t = messages.results
  const plot = useRef<PlotHandle>(null)
  const grid = useMemo(() => (result.kind === 'array' ? toGrid(result) : undefined), [result])
  const branin = useBraninReference(grid)
  const views = useMemo(() => {
    const found = viewsOf(result)
    return branin.shown ? found.toSpliced(1, 0, 'difference') : found
  }, [result, branin.shown])
  const [chosen, setChosen] = useState<ViewId>()
  const view = chosen && views.includes(chosen) ? chosen : (views[0] ?? 'hex')
  return (
    <div className={styles.result}>
      <div className={styles.head}>
        <p className={styles.facts}>{describeResult(result, messages).join(' · ')}</p>
        <SaveMenu file={file} result={result} plot={pictures.includes(view) ? plot : undefined} />
      </div>
      <ResultNotices result={result} />
      <Tabs
        value={view}
        onChange={(value) => setChosen(views.find((candidate) => candidate === value))}
        keepMounted={false}
      >
        <Tabs.List aria-label={t.views.label} className={styles.tabs ?? ''}>
          {views.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {t.views[id]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map((id) => (
          <Tabs.Panel key={id} value={id} pt="md">
            <ResultContent {...{ view: id, file, result, legend, branin, plot, renderFile }} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}

function ResultNotices({ result }: { result: DecodedResult }) {
  const t = useMessages().results
  if (result.kind === 'binary' && result.problem) {
    return (
      <ErrorNotice tone="warn" title={t.unreadable.title} detail={t.unreadable.body} raw={result.problem.message} />
    )
  }
  if (result.kind === 'document')
    return (
      <Notice tone="info" title={t.document.title}>
        {t.document.body}
      </Notice>
    )
  if ((result.kind === 'table' || result.kind === 'archive') && result.truncated) {
    return <Notice tone="warn" title={t.facts.truncated} />
  }
  return null
}

type ResultContentProps = ResultViewsProps & {
  view: ViewId
  branin: BraninReference
  plot: React.RefObject<PlotHandle | null>
}

function ResultContent({ view, file, result, legend, branin, plot, renderFile }: ResultContentProps) {
  const t = useMessages().results
  const label = t.table.label(file.filename)
  const source = useMemo(() => (result.kind === 'table' ? tableSourceOfTable(result) : undefined), [result])
  if (view === 'hex') return <HexView bytes={file.bytes} label={label} />
  if (view === 'contents' && result.pickle) return <ContentsView facts={result.pickle} bytes={file.bytes} />
  if (view === 'structure' && result.tree) return <TreeView node={result.tree} label={label} />
  switch (result.kind) {
    case 'array':
      return <ArrayView {...{ view, result, branin, legend }} name={file.filename} ref={plot} />
    case 'table':
      return view === 'columns' || !source ? (
        <ColumnsView result={result} />
      ) : (
        <VirtualTable source={source} label={label} />
      )
    case 'image':
      return <ImageView result={result} label={file.filename} ref={plot} />
    case 'text':
      return <TextView result={result} label={label} />
    case 'archive':
      return <ArchiveView result={result} renderFile={renderFile} />
    default:
      return <HexView bytes={file.bytes} label={label} />
  }
}
