import { type Address, type Hex, sha256 } from 'viem'
import { validateAsset } from '../actions/aquarius/validateAsset'
import { waitForAsset } from '../actions/aquarius/waitForAsset'
import { type BuildSetMetadataParameters, buildSetMetadata } from '../actions/chain/buildSetMetadata'
import { readMetadataEvent } from '../actions/chain/readMetadataEvent'
import { encrypt } from '../actions/provider/encrypt'
import { getProviderRoot } from '../clients/getProviderRoot'
import { AssetNotIndexedError } from '../errors/AssetError'
import type { Asset, Ddo } from '../types/asset'
import type { ContractCall } from '../types/call'
import type { FlowEvent } from '../types/flow'
import { serializeDdo } from '../utils/serializeDdo'
import { type Flow, isOpen, runStep, savedStep, transact } from './createFlow'
import { recoverSent } from './recoverSent'

/** Finds a document transaction whose hash never reached the page. */
export const recoverMetadata = (flow: Flow, dataNft: Address) =>
  recoverSent(flow, 'publish', (receipt) => readMetadataEvent(receipt, dataNft))

export type WriteDdoParameters = {
  dataNft: Address
  did: string
  providerUrl: string
  /** Makes the document; not asked for once its transaction is on the way. */
  ddo: () => Promise<Ddo>
  /** On-chain state to write with it. */
  state: () => Promise<number>
}

/** A document checked by the metadata cache and encrypted by the Provider, from one buffer. */
export async function describeDdo(
  { client, account, signal }: Pick<Flow, 'client' | 'account' | 'signal'>,
  { dataNft, providerUrl, ddo, state }: { dataNft: Address; providerUrl: string; ddo: Ddo; state: number },
): Promise<{ metadata: BuildSetMetadataParameters; summary: { hash: Hex; size: number } }> {
  const bytes = serializeDdo(ddo)
  const [{ hash, proof }, data, root] = await Promise.all([
    validateAsset(client, { bytes, signal }),
    encrypt(client, { providerUrl, bytes, signal }),
    getProviderRoot(client, { providerUrl, signal }),
  ])
  const proofs = proof ? [proof] : []
  const metadata = {
    dataNft,
    state,
    decryptorUrl: root.url,
    decryptorAddress: account,
    flags: '0x02',
    data,
    hash,
    proofs,
  } as const
  return { metadata, summary: { hash: sha256(bytes), size: bytes.length } }
}

/**
 * The last three steps of everything that writes a document: `describe` (checked and encrypted), `publish` (on chain) and `index`.
 * One buffer is checked, hashed and encrypted.
 */
export async function* writeDdo(
  flow: Flow,
  parameters: WriteDdoParameters,
): AsyncGenerator<FlowEvent, { asset: Asset; transactionHash: Hex }> {
  const { client, signal } = flow
  const { dataNft, did, providerUrl } = parameters
  let call: ContractCall | undefined
  yield* runStep(flow, 'describe', {
    again: isOpen(flow.checkpoint, 'publish'),
    run: async () => {
      const described = await describeDdo(flow, {
        dataNft,
        providerUrl,
        ddo: await parameters.ddo(),
        state: await parameters.state(),
      })
      call = buildSetMetadata(described.metadata)
      return described.summary
    },
  })
  const { blockNumber } = yield* transact(flow, 'publish', {
    call: () => {
      if (!call) throw new TypeError('The document has not been described.')
      return call
    },
    read: (receipt) => ({ ...readMetadataEvent(receipt, dataNft), blockNumber: String(receipt.blockNumber) }),
  })
  const transactionHash = savedStep(flow, 'publish').hash as Hex
  let asset: Asset | undefined
  yield* runStep(flow, 'index', {
    again: true,
    run: async () => {
      asset = await waitForAsset(client, { did, transactionHash, blockNumber: BigInt(blockNumber), signal })
      return { did }
    },
  })
  if (!asset) throw new AssetNotIndexedError({ did, transactionHash })
  return { asset, transactionHash }
}
