'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useFlow } from '@/hooks/useFlow'
import { useOceanClient } from '@/hooks/useOceanClient'
import { type AllowAlgorithmReturnType, type Asset, allowAlgorithm, type Service } from '@/lib/ocean'
import { type AllowChanges, toAllowDraft } from './allowChanges'

type UseAllowSaveParameters = { dataset: Asset; service: Service; changes: AllowChanges; onSaved(): void }

/** Writes what the owner has marked; the list is read anew once it is on the chain and in the index. */
export function useAllowSave({ dataset, service, changes, onSaved }: UseAllowSaveParameters) {
  const client = useOceanClient()
  const queryClient = useQueryClient()
  const several = dataset.services.filter(({ type }) => type === 'compute').length > 1
  const draft = { ...toAllowDraft(dataset.id, changes), ...(several ? { serviceId: service.id } : {}) }
  const flow = useFlow<AllowAlgorithmReturnType>({
    name: 'allowAlgorithm',
    input: draft,
    start: (present, options) => allowAlgorithm(present, { draft, ...options }),
  })
  const save = async () => {
    const result = await flow.run()
    if (result === undefined) return undefined
    flow.discard()
    onSaved()
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
    return result
  }
  return { draft, flow, save }
}

export type UseAllowSaveReturnType = ReturnType<typeof useAllowSave>
