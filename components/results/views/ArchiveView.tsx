'use client'

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { DataTable } from '@/components/ui/DataTable'
import { useMessages } from '@/lib/messages/useMessages'
import type { ArchiveEntry, ArchiveResult } from '@/lib/results/types'

type ArchiveViewProps = { result: ArchiveResult; renderFile(file: { filename: string; bytes: Uint8Array }): ReactNode }

/** The files of an archive, each of which can be looked at like a result. */
export function ArchiveView({ result, renderFile }: ArchiveViewProps) {
  const { results, common } = useMessages()
  const t = results.archive
  const [opened, setOpened] = useState<string | undefined>(
    result.entries.find((entry) => entry.bytes && !entry.directory)?.name,
  )
  const entry = result.entries.find(({ name }) => name === opened)
  const columns = [
    { id: 'name', header: t.name, primary: true, cell: ({ name }: ArchiveEntry) => name },
    { id: 'size', header: t.size, align: 'end' as const, cell: ({ size }: ArchiveEntry) => common.bytes(size) },
    {
      id: 'format',
      header: t.format,
      cell: ({ directory, format }: ArchiveEntry) => (directory ? t.directory : (format ?? common.unknown)),
    },
    {
      id: 'open',
      header: '',
      cell: ({ name, bytes, directory }: ArchiveEntry) =>
        bytes && !directory ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t.openFile(name)}
            aria-expanded={opened === name}
            onClick={() => setOpened(opened === name ? undefined : name)}
          >
            {opened === name ? t.close : t.open}
          </Button>
        ) : (
          t.notRead
        ),
    },
  ]
  return (
    <>
      <DataTable caption={t.caption} columns={columns} rows={result.entries} rowKey={({ name }) => name} />
      {entry?.bytes ? <div key={entry.name}>{renderFile({ filename: entry.name, bytes: entry.bytes })}</div> : null}
    </>
  )
}
