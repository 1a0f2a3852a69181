'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type UseFlowReturnType, useFlow } from '@/hooks/useFlow'
import { useOceanClient } from '@/hooks/useOceanClient'
import { type AssetDraft, type PublishAssetReturnType, publishAsset } from '@/lib/ocean'
import { fileInfoQueryOptions } from '@/lib/queries/fileInfoQueryOptions'
import { buildDraft } from './model/buildDraft'
import type { FormProblems } from './model/checkForm'
import { countProblems } from './model/countProblems'
import type { AssetForm, PublishForm } from './model/form'
import { useFormProblems } from './useFormProblems'
import type { UsePublishFormReturnType } from './usePublishForm'

export type AssetType = AssetForm['type']
type AssetFlow = UseFlowReturnType<PublishAssetReturnType>

export type UsePublishRunReturnType = {
  /** What is published, in order. */
  types: readonly AssetType[]
  problems: Record<AssetType, FormProblems>
  /** Present when the form is complete. */
  drafts: Record<AssetType, AssetDraft | undefined>
  /** Of the token a fixed price is in, as far as there is one. */
  decimals: number | undefined
  flows: Record<AssetType, AssetFlow>
  phase: 'idle' | 'checkingFiles' | 'fileBlocked' | 'running' | 'done'
  /** What kept the Provider from looking at the files. */
  fileError: unknown
  /** True while changing the form would orphan what is on chain already. */
  locked: boolean
  start(): Promise<void>
  discard(): void
}

/** Publishes what the form says: files first looked at, then the algorithm, then the dataset that trusts it. */
export function usePublishRun({
  form,
  change,
}: Pick<UsePublishFormReturnType, 'form' | 'change'>): UsePublishRunReturnType {
  const queryClient = useQueryClient()
  const client = useOceanClient()
  const types = useMemo<readonly AssetType[]>(
    () => (form.what === 'both' ? ['algorithm', 'dataset'] : [form.what]),
    [form.what],
  )
  const [checking, setChecking] = useState<'idle' | 'checkingFiles' | 'fileBlocked'>('idle')
  const [fileError, setFileError] = useState<unknown>()

  const dataset = useAssetFlow({ form, type: 'dataset' })
  const algorithm = useAssetFlow({ form, type: 'algorithm' })
  const flows = { dataset: dataset.flow, algorithm: algorithm.flow }
  const drafts = { dataset: dataset.draft, algorithm: algorithm.draft }
  const problems = { dataset: dataset.problems, algorithm: algorithm.problems }

  useKeepResult({ type: 'algorithm', flow: algorithm.flow, form, change })
  useKeepResult({ type: 'dataset', flow: dataset.flow, form, change })

  const next = types.find((type) => !form.published[type])
  const nextFlow = next && flows[next]
  useDatasetAfterAlgorithm({ form, flows })

  const start = useCallback(async () => {
    const open = types.filter((type) => !form.published[type])
    // Complete by itself, but the token of its price is still being asked for.
    if (open.some((type) => !(type === 'dataset' ? dataset.draft : algorithm.draft))) return
    setChecking('checkingFiles')
    setFileError(undefined)
    try {
      const files = open.flatMap((type) => listFiles(type === 'dataset' ? dataset.draft : algorithm.draft))
      const found = await Promise.all(
        files.map((file) => queryClient.fetchQuery(fileInfoQueryOptions(client, { file }))),
      )
      if (!found.every((info) => info?.valid)) return setChecking('fileBlocked')
      setChecking('idle')
      void nextFlow?.run()
    } catch (error) {
      setFileError(error)
      setChecking('fileBlocked')
    }
  }, [types, form.published, dataset.draft, algorithm.draft, queryClient, client, nextFlow])

  const discard = useCallback(() => {
    setChecking('idle')
    dataset.flow.discard()
    algorithm.flow.discard()
  }, [dataset.flow, algorithm.flow])

  const running = types.some((type) => flows[type].status === 'running')
  const begun = types.some(
    (type) =>
      flows[type].status === 'resumable' || flows[type].steps.some((step) => step.hash || step.status === 'done'),
  )
  const partly = types.some((type) => form.published[type])
  return {
    types,
    problems,
    drafts,
    decimals: dataset.decimals ?? algorithm.decimals,
    flows,
    phase: next === undefined ? 'done' : running ? 'running' : checking,
    fileError,
    locked: running || begun || partly,
    start,
    discard,
  }
}

/** Each file of a draft, the services' own among them. */
function listFiles(draft: AssetDraft | undefined) {
  return [...(draft?.files ?? []), ...(draft?.services ?? []).flatMap(({ files }) => files ?? [])]
}

function useAssetFlow({ form, type }: { form: PublishForm; type: AssetType }) {
  const { chainId } = useOceanClient().network
  const asset = form[type]
  const { problems, decimals } = useFormProblems(asset)
  const complete = countProblems(problems) === 0 && (asset.pricing.type !== 'fixed' || decimals !== undefined)
  const algorithmDid = form.what === 'both' && type === 'dataset' ? form.published.algorithm?.did : undefined
  const draft = complete
    ? buildDraft({
        form: asset,
        chainId,
        baseTokenDecimals: decimals,
        trusted: algorithmDid ? [algorithmDid] : [],
      })
    : undefined
  const flow = useFlow({
    name: 'publishAsset',
    input: draft ?? { incomplete: type },
    start: (present, options) => {
      if (!draft) throw new TypeError('The form is not complete.')
      return publishAsset(present, { draft, oneTransaction: form.oneTransaction, ...options })
    },
  })
  return { draft, flow, problems, decimals }
}

/** Goes on with the dataset, once, as soon as the algorithm it trusts is there. */
function useDatasetAfterAlgorithm({ form, flows }: { form: PublishForm; flows: Record<AssetType, AssetFlow> }) {
  const begun = useRef<string>(undefined)
  const { algorithm, dataset } = flows
  const did = form.published.algorithm?.did
  const due = form.what === 'both' && did !== undefined && !form.published.dataset && algorithm.result?.did === did
  useEffect(() => {
    if (!due || dataset.status !== 'idle' || begun.current === did) return
    begun.current = did
    void dataset.run()
  }, [due, did, dataset])
}

/** Writes what was published into the stored form, so that a reload shows it. */
function useKeepResult({
  type,
  flow,
  form,
  change,
}: {
  type: AssetType
  flow: AssetFlow
  form: PublishForm
  change: UsePublishFormReturnType['change']
}) {
  const { status, result } = flow
  const known = form.published[type]?.did
  useEffect(() => {
    if (status !== 'done' || !result || known === result.did) return
    const { did, dataNft, datatoken, transactionHash, asset } = result
    const published = { did, dataNft, datatoken, transactionHash, name: asset.metadata.name }
    change((current) => ({ ...current, published: { ...current.published, [type]: published } }))
  }, [status, result, known, type, change])
}
