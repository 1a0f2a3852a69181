'use client'

import { Button, Switch, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { saveBlob } from '@/components/results/saveBlob'
import { LineView, type LineViewHandle } from '@/components/results/views/LineView'
import { CopyButton } from '@/components/ui/CopyButton'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import styles from './LogPanel.module.css'
import { findLines } from './model/findLines'
import { formatLogTime } from './model/formatLogTime'

type LogPanelProps = {
  lines: readonly string[]
  /** When each line came, in milliseconds since the epoch, where that is known. */
  times?: readonly (number | undefined)[]
  /** Lines that were let go at the beginning. */
  dropped?: number
  running: boolean
  filename: string
}

/** A log to read: it follows its end until the reader scrolls away, and can be searched, copied and kept. */
export function LogPanel({ lines, times, dropped = 0, running, filename }: LogPanelProps) {
  const { log: t } = useMessages().monitor
  const view = useRef<LineViewHandle>(null)
  const input = useRef<HTMLInputElement>(null)
  const [follow, setFollow] = useState(running)
  const [wrap, setWrap] = useState(true)
  const [timed, setTimed] = useState(false)
  const timeable = times?.some((time) => time !== undefined) ?? false
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState(0)
  const [seen, setSeen] = useState(0)
  const needle = search.trim().toLowerCase()
  const matches = useMemo(() => findLines(lines, needle), [lines, needle])
  const current = matches.length === 0 ? undefined : matches[chosen % matches.length]
  const behind = follow || !running ? 0 : Math.max(0, lines.length - seen)

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const go = (step: number) => {
    if (matches.length === 0) return
    const next = (chosen + step + matches.length) % matches.length
    setChosen(next)
    pause()
    const line = matches[next]
    if (line !== undefined) view.current?.scrollToLine(line)
  }
  const pause = () => {
    setFollow(false)
    setSeen(lines.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') setSearch('')
    else return
    event.preventDefault()
  }

  if (lines.length === 0) return <p className={styles.empty}>{running ? t.waiting : t.none}</p>
  const text = lines.join('\n')
  return (
    <div className={styles.log}>
      <div className={styles.tools}>
        <TextInput
          ref={input}
          size="sm"
          className={styles.search}
          aria-label={t.search}
          placeholder={t.search}
          leftSection={<Icon name="search" size={15} />}
          title={t.searchHint}
          value={search}
          onChange={(event) => {
            const text = event.currentTarget.value
            setSearch(text)
            setChosen(0)
            const [first] = findLines(lines, text.trim().toLowerCase())
            if (first === undefined) return
            pause()
            view.current?.scrollToLine(first)
          }}
          onKeyDown={onKeyDown}
        />
        {needle === '' ? null : (
          <>
            <span className={styles.matches} role="status">
              {t.matches(matches.length === 0 ? 0 : (chosen % matches.length) + 1, matches.length)}
            </span>
            <Button.Group>
              <Button size="compact-sm" variant="default" aria-label={t.previous} onClick={() => go(-1)}>
                ↑
              </Button>
              <Button size="compact-sm" variant="default" aria-label={t.next} onClick={() => go(1)}>
                ↓
              </Button>
            </Button.Group>
          </>
        )}
        <span className={styles.space} />
        {running ? (
          <Switch
            size="sm"
            label={t.follow}
            checked={follow}
            onChange={(event) => (event.currentTarget.checked ? setFollow(true) : pause())}
          />
        ) : null}
        <Switch size="sm" label={t.wrap} checked={wrap} onChange={(event) => setWrap(event.currentTarget.checked)} />
        {timeable ? (
          <Switch
            size="sm"
            label={t.times}
            checked={timed}
            onChange={(event) => setTimed(event.currentTarget.checked)}
          />
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
          if (atEnd) setFollow(true)
          else if (follow) pause()
        }}
        marked={needle}
        current={needle === '' ? undefined : current}
      />
      {behind > 0 ? (
        <Button size="compact-sm" className={styles.newest ?? ''} onClick={() => setFollow(true)}>
          {t.newLines(behind)} ↓
        </Button>
      ) : null}
    </div>
  )
}
