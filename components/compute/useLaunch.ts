'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAccount } from 'wagmi'
import { useOceanClient } from '@/hooks/useOceanClient'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import type { LaunchFacts } from '@/lib/compute/compareLaunches'
import {
  initialParameterTexts,
  type ParameterField,
  type ParameterProblem,
  parseConsumerParameters,
  readParameterTexts,
} from '@/lib/compute/consumerParameters'
import type { ParameterValues } from '@/lib/compute/startedJobs'
import type { Asset, ComputeDraft, ComputeEnvironment } from '@/lib/ocean'
import { environmentsQueryOptions } from '@/lib/queries/environmentsQueryOptions'
import { willItRunQueryOptions } from '@/lib/queries/willItRunQueryOptions'
import { useLaunchEdit } from './useLaunchEdit'

export type ParameterSide = {
  fields: ParameterField[]
  texts: Record<string, string>
  problems: Record<string, ParameterProblem>
  change(name: string, text: string): void
}

const none: readonly never[] = []

/**
 * What a job is started with: the pair, the machine, its time, the parameters; and what is known of whether it will run. What is
 * not chosen is as it was for the earlier job, if there is one.
 */
export function useLaunch(
  dataset: Asset | undefined,
  algorithm: Asset | undefined,
  { earlier, start = '' }: { earlier?: LaunchFacts | undefined; start?: string } = {},
) {
  const client = useOceanClient()
  const { address, chainId: walletChainId } = useAccount()
  const service = dataset && getComputeService(dataset)
  const providerUrl = service?.serviceEndpoint
  const environments = useQuery({
    ...environmentsQueryOptions(client, providerUrl ?? ''),
    enabled: providerUrl !== undefined,
  })
  const edit = useLaunchEdit({ did: dataset?.id ?? algorithm?.id, start })
  const duration = edit.duration === undefined ? earlier?.duration : (edit.duration ?? undefined)
  const list: readonly ComputeEnvironment[] = environments.data ?? none
  const environment =
    list.find(({ id }) => id === (edit.environment ?? earlier?.environment)) ?? list.find(({ free }) => free) ?? list[0]

  const datasetSide = useParameters(service?.consumerParameters, { did: dataset?.id, earlier: earlier?.userdata, edit })
  const declared = algorithm?.metadata.algorithm?.consumerParameters
  const codeDeclared = algorithm && getAlgorithmService(algorithm)?.consumerParameters
  const algorithmSide = useParameters(declared ?? codeDeclared, {
    ...{ did: algorithm?.id, earlier: earlier?.algocustomdata, edit },
  })
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
    setEnvironmentId: edit.setEnvironment,
    duration,
    setDuration: edit.setDuration,
    /** Something was chosen or typed; `restored` when that was before this page was loaded. */
    ...{ changed: edit.changed, restored: edit.restored, discard: edit.discard },
    parameters: { dataset: datasetSide as ParameterSide, algorithm: algorithmSide as ParameterSide, valid },
    check,
    draft,
  }
}

export type Launch = ReturnType<typeof useLaunch>

function useParameters(
  declared: unknown,
  given: {
    did: string | undefined
    earlier: ParameterValues | undefined
    edit: Pick<ReturnType<typeof useLaunchEdit>, 'textsOf' | 'type'>
  },
) {
  const { did, earlier, edit } = given
  const fields = useMemo(() => parseConsumerParameters(declared), [declared])
  const before = fields.flatMap(({ name }) => (earlier?.[name] === undefined ? [] : [[name, String(earlier[name])]]))
  const texts = { ...initialParameterTexts(fields), ...Object.fromEntries(before), ...edit.textsOf(did) }
  const { values, problems } = readParameterTexts(fields, texts)
  const change = (name: string, text: string) => {
    if (did !== undefined) edit.type(did, { name, text })
  }
  return { fields, texts, values, problems, change }
}
