'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useAccount } from 'wagmi'
import { useOceanClient } from '@/hooks/useOceanClient'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import {
  initialParameterTexts,
  type ParameterField,
  type ParameterProblem,
  parseConsumerParameters,
  readParameterTexts,
} from '@/lib/compute/consumerParameters'
import type { Asset, ComputeDraft, ComputeEnvironment } from '@/lib/ocean'
import { environmentsQueryOptions } from '@/lib/queries/environmentsQueryOptions'
import { willItRunQueryOptions } from '@/lib/queries/willItRunQueryOptions'

export type ParameterSide = {
  fields: ParameterField[]
  texts: Record<string, string>
  problems: Record<string, ParameterProblem>
  change(name: string, text: string): void
}

const none: readonly never[] = []

/** What a job is started with: the pair, the machine, its time, the parameters; and what is known of whether it will run. */
export function useLaunch(dataset: Asset | undefined, algorithm: Asset | undefined) {
  const client = useOceanClient()
  const { address, chainId: walletChainId } = useAccount()
  const service = dataset && getComputeService(dataset)
  const providerUrl = service?.serviceEndpoint
  const environments = useQuery({
    ...environmentsQueryOptions(client, providerUrl ?? ''),
    enabled: providerUrl !== undefined,
  })
  const [chosenEnvironment, setEnvironmentId] = useState<string>()
  const [duration, setDuration] = useState<number>()
  const list: readonly ComputeEnvironment[] = environments.data ?? none
  const environment = list.find(({ id }) => id === chosenEnvironment) ?? list.find(({ free }) => free) ?? list[0]

  const datasetSide = useParameters(service?.consumerParameters, dataset?.id)
  const declared = algorithm?.metadata.algorithm?.consumerParameters
  const codeDeclared = algorithm && getAlgorithmService(algorithm)?.consumerParameters
  const algorithmSide = useParameters(declared ?? codeDeclared, algorithm?.id)
  const valid = Object.keys({ ...datasetSide.problems, ...algorithmSide.problems }).length === 0

  const check = useQuery({
    ...willItRunQueryOptions(client, {
      datasetDid: dataset?.id ?? '',
      algorithmDid: algorithm?.id ?? '',
      environmentId: environment?.id,
      duration,
      account: address,
      walletChainId,
    }),
    enabled: dataset !== undefined && algorithm !== undefined && !environments.isPending,
  })
  const draft: ComputeDraft | undefined =
    dataset && algorithm && environment
      ? {
          datasets: [{ did: dataset.id, ...(datasetSide.fields.length > 0 ? { userdata: datasetSide.values } : {}) }],
          algorithm: {
            did: algorithm.id,
            ...(algorithmSide.fields.length > 0 ? { algocustomdata: algorithmSide.values } : {}),
          },
          environmentId: environment.id,
          ...(duration === undefined ? {} : { duration }),
        }
      : undefined
  return {
    dataset,
    algorithm,
    providerUrl,
    environment,
    setEnvironmentId,
    duration,
    setDuration,
    parameters: { dataset: datasetSide as ParameterSide, algorithm: algorithmSide as ParameterSide, valid },
    check,
    draft,
  }
}

export type Launch = ReturnType<typeof useLaunch>

function useParameters(declared: unknown, did: string | undefined) {
  const [typed, setTyped] = useState<{ did: string | undefined; texts: Record<string, string> }>({ did, texts: {} })
  const fields = useMemo(() => parseConsumerParameters(declared), [declared])
  const texts = { ...initialParameterTexts(fields), ...(typed.did === did ? typed.texts : {}) }
  const { values, problems } = readParameterTexts(fields, texts)
  const change = (name: string, text: string) =>
    setTyped({ did, texts: { ...(typed.did === did ? typed.texts : {}), [name]: text } })
  return { fields, texts, values, problems, change }
}
