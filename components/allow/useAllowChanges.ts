'use client'
import { useState } from 'react'
import { useEdit } from '@/hooks/useEdit'
import { useNetwork } from '@/hooks/useNetwork'
import type { Trust } from '@/lib/compute/findTrust'
import type { Asset, Service } from '@/lib/ocean'
import { type AllowChanges, allowChangesSchema, countChanges, fitChanges, noChanges } from './allowChanges'

type UseAllowChangesParameters = {
  dataset: Asset
  service: Service
  /** Marked to be added from the start. */
  algorithm: string | undefined
  trust: Trust
}

/** What the owner has marked and not saved: kept in this browser until it is saved or undone. */
export function useAllowChanges({ dataset, service, algorithm, trust }: UseAllowChangesParameters) {
  const { chainId } = useNetwork()
  const { edit, restored, change, discard } = useEdit<AllowChanges>(
    `${chainId}:${dataset.id}:allow ${service.id}`,
    allowChangesSchema,
  )
  const [undone, setUndone] = useState(false)
  const proposed = algorithm === undefined || undone ? noChanges : { ...noChanges, add: [algorithm] }
  const changes = fitChanges(edit ?? proposed, trust)
  const undo = () => {
    discard()
    setUndone(true)
  }
  return { changes, restored: restored && countChanges(changes) > 0, change, undo }
}
