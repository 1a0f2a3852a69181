import type { Hex } from 'viem'
import { getAsset } from '../actions/aquarius/getAsset'
import { getMetadata } from '../actions/chain/getMetadata'
import { getTrustedAlgorithm } from '../actions/provider/getTrustedAlgorithm'
import { ServiceNotFoundError } from '../errors/AssetError'
import type { Asset, ComputeOptions, Service, TrustedAlgorithm } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { AllowAlgorithmDraft } from '../types/draft'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import { confirmTransaction } from '../utils/confirm'
import { createFlow, isOpen, runStep } from './createFlow'
import { recoverMetadata, writeDdo } from './writeDdo'

export type AllowAlgorithmParameters = FlowOptions & { draft: AllowAlgorithmDraft }
export type AllowAlgorithmStep = 'checksum' | 'describe' | 'publish' | 'index'
export type AllowAlgorithmReturnType = { asset: Asset; service: Service; transactionHash: Hex }

/** The confirmations a changed allow-list takes from where `checkpoint` stands. */
export async function planAllowAlgorithm(
  _client: OceanClient,
  { draft, checkpoint }: Pick<AllowAlgorithmParameters, 'draft' | 'checkpoint'>,
): Promise<Confirmation[]> {
  return isOpen(checkpoint, 'publish')
    ? [confirmTransaction({ step: 'publish', purpose: 'updateAsset', subject: draft.did })]
    : []
}

/**
 * Changes which algorithms, and whose, may run on a dataset; several at once. Algorithms are pinned to the content they have now, so
 * adding one that is listed already repairs its checksums. State and roles are left alone. One transaction.
 *
 * - Steps: `checksum`, `describe`, `publish`, `index`
 * - Source: provider-aquarius specification 6.4, 10
 *
 * @throws {FlowStepError} caused by `ChecksumMissingError` when an algorithm cannot be pinned; nothing is written then.
 */
export async function* allowAlgorithm(
  client: OceanClient,
  parameters: AllowAlgorithmParameters,
): AsyncGenerator<FlowEvent, AllowAlgorithmReturnType> {
  const { draft } = parameters
  const flow = createFlow(client, parameters)
  const { signal } = flow
  const before = await getAsset(client, { did: draft.did, signal })
  yield* recoverMetadata(flow, before.nftAddress)
  yield { type: 'plan', confirmations: await planAllowAlgorithm(client, { draft, checkpoint: flow.checkpoint }) }
  const pinned = yield* runStep(flow, 'checksum', {
    again: isOpen(flow.checkpoint, 'publish'),
    run: () => Promise.all((draft.add ?? []).map((reference) => getTrustedAlgorithm(client, { ...reference, signal }))),
  })
  const { id, serviceEndpoint } = findComputeService(before, draft.serviceId)
  const { asset, transactionHash } = yield* writeDdo(flow, {
    did: draft.did,
    dataNft: before.nftAddress,
    providerUrl: serviceEndpoint,
    state: async () => (await getMetadata(client, { dataNft: before.nftAddress })).state,
    ddo: async () => {
      const current = await getAsset(client, { did: draft.did, signal })
      return {
        ...current,
        metadata: { ...current.metadata, updated: new Date().toISOString() },
        services: current.services.map((service) =>
          service.id === id ? { ...service, compute: changeList(service.compute, draft, pinned) } : service,
        ),
      }
    },
  })
  return { asset, service: findComputeService(asset, id), transactionHash }
}

function findComputeService(asset: Asset, serviceId: string | undefined): Service {
  const service = asset.services.find(
    ({ id, type }) => type === 'compute' && (serviceId === undefined || id === serviceId),
  )
  if (!service) throw new ServiceNotFoundError({ did: asset.id, serviceId: serviceId ?? 'compute' })
  return service
}

function changeList(
  compute: ComputeOptions | undefined,
  { remove = [], addPublishers = [], removePublishers = [] }: AllowAlgorithmDraft,
  pinned: readonly TrustedAlgorithm[],
): ComputeOptions {
  const current = compute ?? {
    allowRawAlgorithm: false,
    allowNetworkAccess: false,
    publisherTrustedAlgorithms: [],
    publisherTrustedAlgorithmPublishers: [],
  }
  const added = new Map(pinned.map((algorithm) => [algorithm.did, algorithm]))
  const kept = current.publisherTrustedAlgorithms
    .filter(({ did }) => !remove.includes(did))
    .map((algorithm) => {
      const fresh = added.get(algorithm.did)
      added.delete(algorithm.did)
      return fresh ? { ...algorithm, ...fresh } : algorithm
    })
  const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase()
  const publishers = current.publisherTrustedAlgorithmPublishers.filter(
    (publisher) => !removePublishers.some(same(publisher)),
  )
  return {
    ...current,
    publisherTrustedAlgorithms: [...kept, ...added.values()],
    publisherTrustedAlgorithmPublishers: [
      ...publishers,
      ...addPublishers.filter((publisher) => !publishers.some(same(publisher))),
    ],
  }
}
