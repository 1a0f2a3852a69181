'use client'

import { Button, Group } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { hexLine } from '../model/hexLine'
import { LineView } from './LineView'

/** Bytes listed at once: a browser has no room for the lines of a hundred megabytes below each other. */
const pageSize = 1024 ** 2

/** The bytes themselves, a part at a time when they are many. */
export function HexView({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const t = useMessages().results.hex
  const { ref, width } = useElementSize()
  const [page, setPage] = useState(0)
  const perLine = width > 0 && width < 620 ? 8 : 16
  const pages = Math.max(1, Math.ceil(bytes.length / pageSize))
  const first = Math.min(page, pages - 1) * pageSize
  const last = Math.min(first + pageSize, bytes.length)
  return (
    <div ref={ref}>
      {pages > 1 ? (
        <Group gap="xs" mb="xs">
          <Button size="xs" variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t.previous}
          </Button>
          <Button size="xs" variant="default" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            {t.next}
          </Button>
          <span role="status">{t.part(first, last - 1, bytes.length)}</span>
        </Group>
      ) : null}
      <LineView
        key={page}
        count={Math.ceil((last - first) / perLine)}
        lineAt={(index) => hexLine({ bytes, start: first + index * perLine, perLine })}
        label={label}
        wrap={false}
        numbers={false}
      />
    </div>
  )
}
