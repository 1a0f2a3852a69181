import { type Address, type Hex, toHex } from 'viem'
import { waitForAsset } from '../actions/aquarius/waitForAsset'
import {
  type BuildPublishInOneParameters,
  buildPublishBatch,
  buildPublishThroughMulticall,
} from '../actions/chain/buildPublishInOne'
import { getDataNftPermissions } from '../actions/chain/getDataNftPermissions'
import { readCreatedAsset } from '../actions/chain/readCreatedAsset'
import { readMetadataEvent } from '../actions/chain/readMetadataEvent'
import { canBatch } from '../clients/canBatch'
import { AssetNotIndexedError, HelperRightsError } from '../errors/AssetError'
import type { Asset } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { AssetDraft } from '../types/draft'
import type { Checkpoint, FlowEvent } from '../types/flow'
import { buildDdo } from '../utils/buildDdo'
import { getDid } from '../utils/getDid'
import { create2Deployer, multicall3, predictAsset } from '../utils/predictAsset'
import { type Flow, isOpen, runStep, savedStep, transact } from './createFlow'
import { encryptDraft } from './encryptDraft'
import { recoverSent } from './recoverSent'
import { resolvePricing } from './resolvePricing'
import { transactBatch } from './transactBatch'
import { describeDdo } from './writeDdo'

export type PublishingMode = 'twoTransactions' | 'batch' | 'multicall'

/**
 * How an asset gets published: in one transaction where the wallet batches, or through Multicall3 where that is asked for and the
 * chain has what it takes; otherwise, or once begun so, in two.
 */
export async function choosePublishing(
  client: OceanClient,
  { oneTransaction, checkpoint }: { oneTransaction: boolean | undefined; checkpoint: Checkpoint | undefined },
): Promise<PublishingMode> {
  const { create, publishInOne } = checkpoint?.steps ?? {}
  if (oneTransaction === false || create?.hash || create?.done) return 'twoTransactions'
  if (publishInOne?.batch) return 'batch'
  if (!isOpen(checkpoint, 'publishInOne')) return 'multicall'
  if (await canBatch(client)) return 'batch'
  if (!oneTransaction) return 'twoTransactions'
  const codes = await Promise.all(
    [multicall3, create2Deployer].map((address) => client.publicClient.getCode({ address })),
  )
  return codes.every((code) => code && code !== '0x') ? 'multicall' : 'twoTransactions'
}

const reader =
  ({ client, account }: Flow) =>
  (receipt: Parameters<typeof readMetadataEvent>[0]) => {
    const { dataNft, datatoken, exchangeId } = readCreatedAsset(client.network, receipt, account)
    const { metadataHash } = readMetadataEvent(receipt, dataNft)
    return {
      dataNft,
      datatoken,
      exchangeId: exchangeId ?? null,
      metadataHash,
      blockNumber: String(receipt.blockNumber),
    }
  }

/** Finds the one transaction if its hash never reached the page. */
export const recoverPublishInOne = (flow: Flow) => recoverSent(flow, 'publishInOne', reader(flow))

export type PublishedInOne = {
  dataNft: Address
  datatoken: Address
  exchangeId: Hex | undefined
  did: string
  transactionHash: Hex
  asset: Asset
}

/**
 * Publishes with one transaction, for predicted addresses. It fails as a whole when somebody else publishes first.
 *
 * - Steps: `encrypt`, `describe`, `publishInOne`, `index`
 * - Source: contracts specification 7.4
 */
export async function* publishInOne(
  flow: Flow,
  draft: AssetDraft,
  { mode, providerUrl }: { mode: PublishingMode; providerUrl: string },
): AsyncGenerator<FlowEvent, PublishedInOne> {
  const { client, signal } = flow
  const prepared = isOpen(flow.checkpoint, 'publishInOne') ? yield* prepare(flow, draft, providerUrl) : undefined
  const require = (): BuildPublishInOneParameters => {
    if (!prepared) throw new TypeError('A transaction that was sent is never sent again.')
    return prepared
  }
  const read = reader(flow)
  const made =
    mode === 'batch'
      ? yield* transactBatch(flow, 'publishInOne', { calls: () => buildPublishBatch(client.network, require()), read })
      : yield* transact(flow, 'publishInOne', {
          call: () => buildPublishThroughMulticall(client.network, require()),
          read,
        })
  const { dataNft, datatoken, blockNumber } = made
  const did = getDid(dataNft, client.network.chainId)
  const transactionHash = savedStep(flow, 'publishInOne').hash as Hex
  let asset: Asset | undefined
  yield* runStep(flow, 'index', {
    again: true,
    run: async () => {
      const left = await getDataNftPermissions(client, { dataNft, account: multicall3 })
      if (Object.values(left).some(Boolean)) throw new HelperRightsError({ did })
      asset = await waitForAsset(client, { did, transactionHash, blockNumber: BigInt(blockNumber), signal })
      return { did }
    },
  })
  if (!asset) throw new AssetNotIndexedError({ did, transactionHash })
  return { did, dataNft, datatoken, exchangeId: made.exchangeId ?? undefined, transactionHash, asset }
}

async function* prepare(
  flow: Flow,
  draft: AssetDraft,
  providerUrl: string,
): AsyncGenerator<FlowEvent, BuildPublishInOneParameters> {
  const { client, account } = flow
  const factory = client.network.contracts.ERC721Factory
  const nonce = await client.publicClient.getTransactionCount({ address: factory })
  const predicted = predictAsset(factory, nonce)
  const files = yield* runStep(flow, 'encrypt', {
    again: true,
    run: () => encryptDraft(flow, { draft, providerUrl, ...predicted }),
  })
  const pricing = await resolvePricing(client, draft)
  let metadata: BuildPublishInOneParameters['metadata'] | undefined
  yield* runStep(flow, 'describe', {
    again: true,
    run: async () => {
      const ddo = buildDdo({ draft, chainId: client.network.chainId, account, providerUrl, ...predicted, ...files })
      const described = await describeDdo(flow, { dataNft: predicted.dataNft, providerUrl, ddo, state: 0 })
      metadata = described.metadata
      return described.summary
    },
  })
  if (!metadata) throw new TypeError('The document has not been described.')
  const salt = toHex(crypto.getRandomValues(new Uint8Array(32)))
  return { name: draft.name, owner: account, ...pricing, datatoken: predicted.datatoken, metadata, salt }
}
