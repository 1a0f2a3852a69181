import type { Hex } from 'viem'
import { getAsset } from '../actions/aquarius/getAsset'
import { getMetadata } from '../actions/chain/getMetadata'
import { encryptFiles } from '../actions/provider/encryptFiles'
import { ServiceNotFoundError } from '../errors/AssetError'
import type { Asset, Ddo, Service } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { AssetChanges } from '../types/draft'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import { buildCredentials } from '../utils/buildDdo'
import { confirmTransaction } from '../utils/confirm'
import { createFlow, isOpen, runStep } from './createFlow'
import { recoverMetadata, writeDdo } from './writeDdo'

export type UpdateAssetParameters = FlowOptions & { did: string; changes: AssetChanges }
export type UpdateAssetStep = 'encrypt' | 'describe' | 'publish' | 'index'
export type UpdateAssetReturnType = { asset: Asset; transactionHash: Hex }

/** The confirmations an update takes from where `checkpoint` stands. */
export async function planUpdateAsset(
  _client: OceanClient,
  { did, checkpoint }: Pick<UpdateAssetParameters, 'did' | 'checkpoint'>,
): Promise<Confirmation[]> {
  return isOpen(checkpoint, 'publish')
    ? [confirmTransaction({ step: 'publish', purpose: 'updateAsset', subject: did })]
    : []
}

/**
 * Writes a changed document; its on-chain state, and every key not named in `changes`, stay as they are. One transaction.
 *
 * - Steps: `encrypt` (files that were replaced), `describe`, `publish`, `index`
 */
export async function* updateAsset(
  client: OceanClient,
  parameters: UpdateAssetParameters,
): AsyncGenerator<FlowEvent, UpdateAssetReturnType> {
  const { did, changes } = parameters
  const flow = createFlow(client, parameters)
  const { signal } = flow
  const asset = await getAsset(client, { did, signal })
  yield* recoverMetadata(flow, asset.nftAddress)
  yield { type: 'plan', confirmations: await planUpdateAsset(client, { did, checkpoint: flow.checkpoint }) }
  const files = yield* runStep(flow, 'encrypt', {
    run: async () => {
      const encrypted: Record<string, Hex> = {}
      for (const change of changes.services ?? []) {
        const service = requireService(asset, change.id)
        if (!change.files) continue
        encrypted[change.id] = await encryptFiles(client, {
          providerUrl: service.serviceEndpoint,
          dataNft: asset.nftAddress,
          datatoken: service.datatokenAddress,
          files: change.files,
          signal,
        })
      }
      return encrypted
    },
  })
  return yield* writeDdo(flow, {
    did,
    dataNft: asset.nftAddress,
    providerUrl: asset.services[0]?.serviceEndpoint ?? client.network.providerUrl,
    state: async () => (await getMetadata(client, { dataNft: asset.nftAddress })).state,
    ddo: async () => applyChanges(await getAsset(client, { did, signal }), changes, files),
  })
}

function requireService(asset: Asset, serviceId: string): Service {
  const service = asset.services.find(({ id }) => id === serviceId)
  if (!service) throw new ServiceNotFoundError({ did: asset.id, serviceId })
  return service
}

function applyChanges(asset: Asset, changes: AssetChanges, files: Readonly<Record<string, Hex>>): Ddo {
  const { metadata, credentials, services } = changes
  return {
    ...asset,
    metadata: { ...asset.metadata, ...keepDefined(metadata ?? {}), updated: new Date().toISOString() },
    ...(credentials ? { credentials: { ...asset.credentials, ...buildCredentials(credentials) } } : {}),
    services: asset.services.map((service) => {
      const { files: _files, compute, ...rest } = services?.find(({ id }) => id === service.id) ?? { id: service.id }
      return {
        ...service,
        ...keepDefined(rest),
        ...(files[service.id] ? { files: files[service.id] as Hex } : {}),
        ...(compute && service.compute ? { compute: { ...service.compute, ...keepDefined(compute) } } : {}),
      }
    }),
  }
}

const keepDefined = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [key in keyof T]: Exclude<T[key], undefined>
  }
