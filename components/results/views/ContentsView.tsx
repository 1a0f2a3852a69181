'use client'

import { useMemo } from 'react'
import { Badge } from '@/components/ui/Badge'
import { DataTable } from '@/components/ui/DataTable'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { PickleFacts } from '@/lib/results/types'
import { disassemble, type Instruction } from '@/lib/results/unpickle/disassemble'
import styles from './ContentsView.module.css'
import { LineView } from './LineView'

/** Instructions listed at most. */
const limit = 5_000
/** Characters of an argument that are shown. */
const longest = 80

/** What a pickle is made of: the code it names, and its instructions, none of which is carried out. */
export default function ContentsView({ facts, bytes }: { facts: PickleFacts; bytes: Uint8Array }) {
  const t = useMessages().results.contents
  const listing = useMemo(() => list(bytes), [bytes])
  return (
    <div className={styles.contents}>
      <h3 className={styles.title}>{t.imports}</h3>
      <p className={styles.lead}>{facts.imports.length === 0 ? t.noImports : t.importsLead}</p>
      {facts.imports.length === 0 ? null : (
        <DataTable
          caption={t.imports}
          columns={[
            {
              id: 'name',
              header: t.name,
              primary: true,
              cell: ({ module, name }) => <code>{`${module}.${name}`}</code>,
            },
            {
              id: 'treatment',
              header: t.treatment,
              cell: ({ known }) => <Badge tone={known ? 'ok' : 'warn'}>{known ? t.known : t.unknown}</Badge>,
            },
          ]}
          rows={facts.imports}
          rowKey={({ module, name }) => `${module} ${name}`}
        />
      )}
      {listing.lines.length === 0 ? null : (
        <>
          <h3 className={styles.title}>{t.opcodes}</h3>
          <p className={styles.lead}>
            {t.opcodesLead(listing.lines.length, Math.max(facts.opcodes, listing.lines.length))}
          </p>
          <LineView
            count={listing.lines.length}
            lineAt={(index) => listing.lines[index] ?? ''}
            label={t.caption}
            wrap={false}
            numbers={false}
          />
        </>
      )}
      {listing.stopped ? (
        <Notice tone="warn" title={t.stopped}>
          {listing.stopped}
        </Notice>
      ) : null}
    </div>
  )
}

function list(bytes: Uint8Array): { lines: string[]; stopped: string | undefined } {
  const lines: string[] = []
  try {
    for (const instruction of disassemble(bytes.slice(), limit)) lines.push(format(instruction))
    return { lines, stopped: undefined }
  } catch (error) {
    return { lines, stopped: error instanceof Error ? error.message : String(error) }
  }
}

function format({ position, name, argument }: Instruction): string {
  return `${String(position).padStart(8)}  ${name.padEnd(18)} ${formatArgument(argument)}`.trimEnd()
}

function formatArgument(argument: Instruction['argument']): string {
  if (argument === undefined) return ''
  if (argument instanceof Uint8Array) {
    const head = Array.from(argument.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
    return `[${argument.length}] ${head}${argument.length > 16 ? ' …' : ''}`
  }
  if (typeof argument !== 'string') return String(argument)
  const text = JSON.stringify(argument)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
