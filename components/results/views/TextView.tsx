'use client'

import { Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import type { TextResult } from '@/lib/results/types'
import { LineView } from './LineView'

/** Text as text, whatever it would like to be. */
export function TextView({ result, label }: { result: TextResult; label: string }) {
  const t = useMessages().results
  const [wrap, setWrap] = useState(true)
  const lines = useMemo(() => result.text.replace(/\r?\n$/, '').split(/\r\n|\n|\r/), [result.text])
  return (
    <div>
      <Switch mb="xs" label={t.text.wrap} checked={wrap} onChange={(event) => setWrap(event.currentTarget.checked)} />
      <LineView count={lines.length} lineAt={(index) => lines[index] ?? ''} label={label} wrap={wrap} />
      {result.truncated ? <p>{t.text.truncated}</p> : null}
    </div>
  )
}
