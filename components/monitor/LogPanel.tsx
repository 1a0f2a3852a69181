'use client'

import { Button, Switch } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { saveBlob } from '@/components/results/saveBlob'
import { LineView, type LineViewHandle } from '@/components/results/views/LineView'
import { CopyButton } from '@/components/ui/CopyButton'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import styles from './LogPanel.module.css'
import { LogSearch } from './LogSearch'
import { formatLogTime } from './model/formatLogTime'
import { formatLineRange } from './model/lineRange'
import { useLineLinks } from './useLineLinks'
import { useLogSearch } from './useLogSearch'

type LogPanelProps = {
  lines: readonly string[]
  /** When each line came, in milliseconds since the epoch, where that is known. */
  times?: readonly (number | undefined)[]
  /** Lines that were let go at the beginning. */
  dropped?: number
  running: boolean
  filename: string
  /** The page's address may point at lines of this log. */
  linked?: boolean
}

/** A log to read: it follows its end until the reader scrolls away, and can be searched, linked to, copied and kept. */
export function LogPanel({ lines, times, dropped = 0, running, filename, linked = false }: LogPanelProps) {
  const { log: t } = useMessages().monitor
  const view = useRef<LineViewHandle>(null)
  const [{ follow, seen }, setReading] = useState({ follow: running, seen: 0 })
  const [{ wrap, timed }, setLook] = useState({ wrap: true, timed: false })
  const search = useLogSearch(lines)
  const links = useLineLinks(linked)
  const timeable = times?.some((time) => time !== undefined) ?? false
  const behind = follow || !running ? 0 : Math.max(0, lines.length - seen)
  const target = links.target === undefined ? undefined : links.target - dropped - 1
  const count = useRef(0)
  count.current = lines.length
  const present = target !== undefined && target >= 0 && target < lines.length

  // What the address points at is shown once: as soon as the line is there.
  useEffect(() => {
    if (!present || target === undefined) return
    setReading({ follow: false, seen: count.current })
    view.current?.scrollToLine(target)
  }, [present, target])

  const pause = () => setReading({ follow: false, seen: lines.length })
  const show = (line: number | undefined) => {
    if (line === undefined) return
    pause()
    view.current?.scrollToLine(line)
  }

  if (lines.length === 0) return <p className={styles.empty}>{running ? t.waiting : t.none}</p>
  const text = lines.join('\n')
  const found = search.current === undefined ? undefined : search.current + dropped + 1
  const range = links.range ?? (found === undefined ? undefined : { from: found, to: found })
  return (
    <div className={styles.log}>
      <div className={styles.tools}>
        <LogSearch search={search} onShow={show} />
        <span className={styles.space} />
        {running ? (
          <Switch
            size="sm"
            label={t.follow}
            checked={follow}
            onChange={(event) => (event.currentTarget.checked ? setReading({ follow: true, seen }) : pause())}
          />
        ) : null}
        <Switch
          size="sm"
          label={t.wrap}
          checked={wrap}
          onChange={(event) => setLook({ wrap: event.currentTarget.checked, timed })}
        />
        {timeable ? (
          <Switch
            size="sm"
            label={t.times}
            checked={timed}
            onChange={(event) => setLook({ wrap, timed: event.currentTarget.checked })}
          />
        ) : null}
        {linked && range ? (
          <CopyButton value={linkTo(range)} label={t.link(range.from, range.to)}>
            {t.linkText(range.from, range.to)}
          </CopyButton>
        ) : null}
        <CopyButton value={text} label={t.copy}>
          {t.copyText}
        </CopyButton>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => saveBlob(new Blob([text], { type: 'text/plain' }), filename)}
        >
          {t.download}
        </Button>
      </div>
      {dropped > 0 ? <p className={styles.empty}>{t.cut(dropped)}</p> : null}
      <LineView
        ref={view}
        count={lines.length}
        lineAt={(index) => lines[index] ?? ''}
        noteAt={timed ? (index) => formatLogTime(times?.[index]) : undefined}
        firstNumber={dropped + 1}
        label={t.label}
        wrap={wrap}
        follow={follow}
        onReachEnd={(atEnd) => {
          if (!running) return
          if (atEnd) setReading({ follow: true, seen })
          else if (follow) pause()
        }}
        marked={search.needle}
        current={search.current}
        {...(linked ? { onPoint: links.choose, pointed: links.range } : {})}
      />
      {behind > 0 ? (
        <Button size="compact-sm" className={styles.newest ?? ''} onClick={() => setReading({ follow: true, seen })}>
          {t.newLines(behind)} ↓
        </Button>
      ) : null}
    </div>
  )
}

const linkTo = (range: { from: number; to: number }) =>
  `${window.location.origin}${window.location.pathname}${window.location.search}${formatLineRange(range)}`
