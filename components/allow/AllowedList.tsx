'use client'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Badge } from '@/components/ui/Badge'
import { CopyableText } from '@/components/ui/CopyableText'
import { type Column, DataTable } from '@/components/ui/DataTable'
import { Notice } from '@/components/ui/Notice'
import { useOceanClient } from '@/hooks/useOceanClient'
import type { ChecksumDrift } from '@/lib/compute/compareChecksums'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset, TrustedAlgorithm } from '@/lib/ocean'
import { assetsByIdQueryOptions } from '@/lib/queries/assetsByIdQueryOptions'
import { routes } from '@/lib/routes'
import classes from './AllowedList.module.css'
import { type AllowChanges, toggle } from './allowChanges'
import { useDrift } from './useDrift'

type Row = { did: string; stored: TrustedAlgorithm | undefined; drift: ChecksumDrift | undefined; pending: boolean }

export type AllowedListProps = {
  dataset: Asset
  changes: AllowChanges
  /** Left out for whoever may only look. */
  onChange?: ((changes: AllowChanges) => void) | undefined
}

/** The algorithms that may run, what has become of each since it was allowed, and what is about to change. */
export function AllowedList({ dataset, changes, onChange }: AllowedListProps) {
  const { allow } = useMessages()
  const words = allow.list
  const client = useOceanClient()
  const trust = findTrust(dataset)
  const stored = trust.algorithms
  const drifts = useDrift(dataset)
  const added = changes.add.filter((did) => !stored.some((entry) => entry.did === did))
  const names = useQuery(assetsByIdQueryOptions(client, [...stored.map(({ did }) => did), ...added]))
  const rows: Row[] = [
    ...drifts.map((row, index): Row => ({ ...row, stored: stored[index] })),
    ...added.map((did): Row => ({ did, stored: undefined, drift: undefined, pending: false })),
  ]
  const drifted = rows.filter(({ drift }) => drift?.drifted).map(({ did }) => did)
  const openRepairs = drifted.filter((did) => !changes.repair.includes(did) && !changes.remove.includes(did))
  const nameOf = (did: string) => names.data?.[did]?.metadata.name ?? words.nameUnknown
  const left = rows.length - changes.remove.length
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: words.name,
      primary: true,
      cell: ({ did }) => (
        <>
          <Link
            className={changes.remove.includes(did) ? `${classes.name} ${classes.removed}` : classes.name}
            href={routes.asset(did)}
          >
            {nameOf(did)}
          </Link>
          <span className={classes.did}>
            <CopyableText value={did} label={words.name} />
          </span>
        </>
      ),
    },
    { id: 'state', header: words.state, cell: (row) => <Content row={row} changes={changes} /> },
  ]
  if (onChange)
    columns.push({
      id: 'action',
      header: words.action,
      align: 'end',
      cell: ({ did, stored: entry, drift }) => (
        <span className={classes.actions}>
          {drift?.drifted && !changes.repair.includes(did) && !changes.remove.includes(did) ? (
            <Button
              size="xs"
              aria-label={words.repairNamed(nameOf(did))}
              onClick={() => onChange({ ...changes, repair: toggle(changes.repair, did) })}
            >
              {words.repair}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="default"
            aria-label={changes.remove.includes(did) ? words.keepNamed(nameOf(did)) : words.removeNamed(nameOf(did))}
            onClick={() =>
              onChange(
                entry === undefined
                  ? { ...changes, add: changes.add.filter((other) => other !== did) }
                  : {
                      ...changes,
                      remove: toggle(changes.remove, did),
                      repair: changes.repair.filter((other) => other !== did),
                    },
              )
            }
          >
            {changes.remove.includes(did) ? words.keep : words.remove}
          </Button>
        </span>
      ),
    })
  return (
    <>
      {openRepairs.length > 0 && onChange ? (
        <Notice
          tone="warn"
          title={openRepairs.length === 1 ? nameOf(openRepairs[0] ?? '') : words.repairAll(openRepairs.length)}
          actions={
            <Button size="sm" onClick={() => onChange({ ...changes, repair: [...changes.repair, ...openRepairs] })}>
              {words.repairAll(openRepairs.length)}
            </Button>
          }
        >
          {words.driftHint}
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <Notice tone="warn" title={trust.kind === 'publishers' ? words.anyPublishersOnly : words.any}>
          {trust.kind === 'publishers' ? null : words.anyBody}
        </Notice>
      ) : (
        <DataTable caption={words.caption} columns={columns} rows={rows} rowKey={({ did }) => did} />
      )}
      {rows.length > 0 && left === 0 ? <Notice tone="warn" title={words.becomesAny} role="status" /> : null}
    </>
  )
}

function Content({ row, changes }: { row: Row; changes: AllowChanges }) {
  const { list: words } = useMessages().allow
  if (changes.remove.includes(row.did)) return <Badge tone="danger">{words.willRemove}</Badge>
  if (changes.repair.includes(row.did)) return <Badge tone="accent">{words.willRepair}</Badge>
  if (row.stored === undefined) return <Badge tone="accent">{words.willAdd}</Badge>
  if (row.pending) return <span className={classes.state}>{words.checking}</span>
  const { drift } = row
  if (drift?.drifted)
    return (
      <span className={classes.state} data-tone="warn">
        {drift.files === 'changed' && drift.container === 'changed'
          ? words.bothChanged
          : drift.files === 'changed'
            ? words.filesChanged
            : words.containerChanged}
      </span>
    )
  if (drift === undefined || drift.files === 'unknown' || drift.container === 'unknown')
    return (
      <span className={classes.state} data-tone="dim">
        {words.unknown}
      </span>
    )
  return (
    <span className={classes.state} data-tone={drift.files === 'unset' ? 'dim' : 'ok'}>
      {drift.files === 'unset' ? words.unpinned : words.same}
    </span>
  )
}
