import type { Address } from 'viem'
import { getAsset } from '../actions/aquarius/getAsset'
import { requireGenuine } from '../actions/chain/requireGenuine'
import { getComputeEnvironments } from '../actions/provider/getComputeEnvironments'
import { getProviderRoot } from '../clients/getProviderRoot'
import { ServiceNotFoundError } from '../errors/AssetError'
import { EnvironmentNotFoundError } from '../errors/ComputeError'
import type { Asset } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { ComputeAssetDraft, ComputeDraft } from '../types/draft'
import type { ComputeEnvironment, ProviderRoot } from '../types/provider'

/** One asset of a job which has to be ordered. */
export type ComputeItem = ComputeAssetDraft & {
  /** `dataset:0`, `dataset:1`…, `algorithm`. */
  label: string
  serviceId: string
  serviceIndex: number
  datatoken: Address
  /** Seconds an order lasts; 0 is for ever. */
  timeout: number
}

export type ResolvedCompute = {
  draft: ComputeDraft
  datasets: ComputeItem[]
  /** `undefined` when the algorithm is given as code. */
  algorithm: ComputeItem | undefined
  environment: ComputeEnvironment
  root: ProviderRoot
}

/** Looks up everything a job draft names. @throws {EnvironmentNotFoundError} @throws {ServiceNotFoundError} @throws {AssetMismatchError} */
export async function resolveCompute(
  client: OceanClient,
  draft: ComputeDraft,
  signal?: AbortSignal,
): Promise<ResolvedCompute> {
  const [assets, algorithm] = await Promise.all([
    Promise.all(draft.datasets.map(({ did }) => getAsset(client, { did, signal }))),
    draft.algorithm.meta ? undefined : getAsset(client, { did: draft.algorithm.did, signal }),
  ])
  const datasets = draft.datasets.map((dataset, index) => {
    const asset = assets[index]
    if (!asset) throw new ServiceNotFoundError({ did: dataset.did, serviceId: dataset.serviceId ?? 'compute' })
    return resolveItem(asset, dataset, `dataset:${index}`)
  })
  const [main] = datasets
  const endpoint = assets[0]?.services[main?.serviceIndex ?? 0]?.serviceEndpoint
  const root = await getProviderRoot(client, { providerUrl: draft.providerUrl ?? endpoint, signal })
  const environments = await getComputeEnvironments(client, { providerUrl: root.url, signal })
  const environment = environments.find(({ id }) => id === draft.environmentId)
  if (!environment) throw new EnvironmentNotFoundError({ environmentId: draft.environmentId })
  const published =
    algorithm && !draft.algorithm.meta ? resolveItem(algorithm, draft.algorithm, 'algorithm') : undefined
  const items = [...datasets, ...(published ? [published] : [])]
  const described = [...assets, ...(algorithm ? [algorithm] : [])]
  await Promise.all(
    items.map(async ({ did, datatoken }, index) => {
      const dataNft = described[index]?.nftAddress
      if (dataNft) await requireGenuine(client, { did, dataNft, datatoken })
    }),
  )
  return { draft, datasets, algorithm: published, environment, root }
}

function resolveItem(asset: Asset, item: ComputeAssetDraft, label: string): ComputeItem {
  const preferred = label === 'algorithm' ? asset.services : asset.services.filter(({ type }) => type === 'compute')
  const service = item.serviceId === undefined ? preferred[0] : asset.services.find(({ id }) => id === item.serviceId)
  if (!service) throw new ServiceNotFoundError({ did: item.did, serviceId: item.serviceId ?? 'compute' })
  return {
    ...item,
    label,
    serviceId: service.id,
    serviceIndex: asset.services.indexOf(service),
    datatoken: service.datatokenAddress,
    timeout: service.timeout,
  }
}
