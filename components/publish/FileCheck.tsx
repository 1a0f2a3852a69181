'use client'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { Badge } from '@/components/ui/Badge'
import { CopyableText } from '@/components/ui/CopyableText'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import type { FileObject } from '@/lib/ocean'
import { fileInfoQueryOptions } from '@/lib/queries/fileInfoQueryOptions'
import classes from './FileCheck.module.css'

export type FileCheckProps = {
  file: FileObject | undefined
  /** Left out: the network's. */
  providerUrl?: string | undefined
}

/** What the Provider finds at the address: looked up by itself once the address is complete and typing rests. */
export function FileCheck({ file, providerUrl }: FileCheckProps) {
  const { publish, common } = useMessages()
  const words = publish.file
  const client = useOceanClient()
  const [settled] = useDebouncedValue(file ? JSON.stringify(file) : '', 600)
  const current = settled !== '' && settled === JSON.stringify(file)
  const asked: FileObject = file ?? { type: 'url', url: '' }
  const check = useQuery({ ...fileInfoQueryOptions(client, { file: asked, providerUrl }), enabled: current })
  if (!current || !file) return <p className={classes.note}>{words.needCheck}</p>
  if (check.isFetching) return <WaitingNotice what={words.checking} usually={1} />
  const again = (
    <Button size="xs" variant="default" onClick={() => void check.refetch()}>
      {common.retry}
    </Button>
  )
  if (check.isError) return <FlowError error={check.error} money={false} actions={again} />
  if (!check.data?.valid)
    return (
      <Notice tone="danger" title={words.notOk} actions={again} role="alert">
        {words.notOkHint}
      </Notice>
    )
  const { contentLength, contentType, checksum } = check.data
  return (
    <div className={classes.facts} role="status">
      <Badge tone="ok" icon="check">
        {words.ok}
      </Badge>
      <span>
        {words.size}: {contentLength === undefined ? common.unknown : common.bytes(contentLength)}
      </span>
      <span>
        {words.type_}: {contentType ?? common.unknown}
      </span>
      <span>
        {words.checksum}:{' '}
        {checksum ? <CopyableText value={checksum} label={words.checksum} keep={6} /> : words.noChecksum}
      </span>
    </div>
  )
}
