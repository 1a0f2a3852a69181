import type { Address, Hex, TransactionReceipt } from 'viem'
import { erc721TemplateAbi } from '../abis/erc721TemplateAbi'
import { getAsset } from '../actions/aquarius/getAsset'
import { AssetNotIndexedError, AssetUnavailableError } from '../errors/AssetError'
import type { AssetState } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import { buildCall } from '../utils/buildCall'
import { confirmTransaction } from '../utils/confirm'
import { requireEvent } from '../utils/findEvent'
import { sleep } from '../utils/sleep'
import { createFlow, isOpen, recoverSent, runStep, savedStep, transact } from './createFlow'

export type ChangeAssetStateParameters = FlowOptions & { did: string; dataNft: Address; state: AssetState }
export type ChangeAssetStateStep = 'publish' | 'index'
export type ChangeAssetStateReturnType = { state: AssetState; transactionHash: Hex }

/** The confirmations a change of state takes from where `checkpoint` stands. */
export async function planChangeAssetState(
  _client: OceanClient,
  { did, checkpoint }: Pick<ChangeAssetStateParameters, 'did' | 'checkpoint'>,
): Promise<Confirmation[]> {
  return isOpen(checkpoint, 'publish')
    ? [confirmTransaction({ step: 'publish', purpose: 'changeState', subject: did })]
    : []
}

/**
 * Changes the state of an asset and nothing else, then waits until the metadata cache shows it. One transaction.
 *
 * - Contract: `ERC721Template.setMetaDataState`
 * - Source: contracts specification 3.2
 */
export async function* changeAssetState(
  client: OceanClient,
  parameters: ChangeAssetStateParameters,
): AsyncGenerator<FlowEvent, ChangeAssetStateReturnType> {
  const { did, dataNft, state } = parameters
  const flow = createFlow(client, parameters)
  const { signal } = flow
  const read = (receipt: TransactionReceipt) => ({
    state: requireEvent(receipt, { address: dataNft, abi: erc721TemplateAbi, eventName: 'MetadataState' }).args.state,
  })
  yield* recoverSent(flow, 'publish', read)
  yield { type: 'plan', confirmations: await planChangeAssetState(client, { did, checkpoint: flow.checkpoint }) }
  yield* transact(flow, 'publish', {
    call: () =>
      buildCall({ address: dataNft, abi: erc721TemplateAbi, functionName: 'setMetaDataState', args: [state] }),
    read,
  })
  const transactionHash = savedStep(flow, 'publish').hash as Hex
  yield* runStep(flow, 'index', {
    again: true,
    run: async () => {
      for (const end = Date.now() + 60_000; ; await sleep(client.pollingInterval, signal)) {
        if ((await readState(client, did, signal)) === state) return { state }
        if (Date.now() > end) throw new AssetNotIndexedError({ did, transactionHash })
      }
    },
  })
  return { state, transactionHash }
}

/** The state as the metadata cache has it, withdrawn or not. */
async function readState(client: OceanClient, did: string, signal: AbortSignal | undefined): Promise<number> {
  try {
    return (await getAsset(client, { did, signal })).nft.state
  } catch (error) {
    if (error instanceof AssetUnavailableError) return error.state
    throw error
  }
}
