'use client'

import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import styles from './LogPanel.module.css'
import type { useLogSearch } from './useLogSearch'

type LogSearchProps = {
  search: ReturnType<typeof useLogSearch>
  /** Brings a line into view. */
  onShow(line: number | undefined): void
}

/** The field to search a log with, reached with `/` from anywhere on the page. */
export function LogSearch({ search, onShow }: LogSearchProps) {
  const { log: t } = useMessages().monitor
  const input = useRef<HTMLInputElement>(null)

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

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onShow(search.step(event.shiftKey ? -1 : 1))
    else if (event.key === 'Escape') search.look('')
    else return
    event.preventDefault()
  }

  return (
    <>
      <TextInput
        ref={input}
        size="sm"
        className={styles.search}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<Icon name="search" size={15} />}
        title={t.searchHint}
        value={search.text}
        onChange={(event) => onShow(search.look(event.currentTarget.value))}
        onKeyDown={onKeyDown}
      />
      {search.needle === '' ? null : (
        <>
          <span className={styles.matches} role="status">
            {t.matches(search.position, search.total)}
          </span>
          <Button.Group>
            <Button size="compact-sm" variant="default" aria-label={t.previous} onClick={() => onShow(search.step(-1))}>
              ↑
            </Button>
            <Button size="compact-sm" variant="default" aria-label={t.next} onClick={() => onShow(search.step(1))}>
              ↓
            </Button>
          </Button.Group>
        </>
      )}
    </>
  )
}
