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
import { createFlow, isOpen, runStep, transact } from './createFlow'
import { recoverSent } from './recoverSent'

export type SetAssetStateParameters = FlowOptions & {
  did: string
  /** The asset's data NFT: a withdrawn asset can no longer be looked up. */
  dataNft: `0x${string}`
  /** 0 active, 1 end of life, 2 deprecated, 3 revoked, 4 ordering disabled, 5 unlisted. */
  state: AssetState
}
export type SetAssetStateStep = 'state' | 'index'
export type SetAssetStateReturnType = { state: AssetState }

/** The confirmations a change of state takes from where `checkpoint` stands. */
export async function planSetAssetState(
  _client: OceanClient,
  { did, checkpoint }: Pick<SetAssetStateParameters, 'did' | 'checkpoint'>,
): Promise<Confirmation[]> {
  return isOpen(checkpoint, 'state')
    ? [confirmTransaction({ step: 'state', purpose: 'changeState', subject: did })]
    : []
}

/**
 * Lists, unlists, withdraws or restores an asset. One transaction.
 *
 * - Contract: `ERC721Template.setMetaDataState`
 */
export async function* setAssetState(
  client: OceanClient,
  parameters: SetAssetStateParameters,
): AsyncGenerator<FlowEvent, SetAssetStateReturnType> {
  const { did, dataNft, state } = parameters
  const flow = createFlow(client, parameters)
  const source = { address: dataNft, abi: erc721TemplateAbi }
  const read = (receipt: Parameters<typeof requireEvent>[0]) => ({
    state: requireEvent(receipt, { ...source, eventName: 'MetadataState' }).args.state,
  })
  yield* recoverSent(flow, 'state', read)
  yield { type: 'plan', confirmations: await planSetAssetState(client, { did, checkpoint: flow.checkpoint }) }
  yield* transact(flow, 'state', {
    call: () => buildCall({ ...source, functionName: 'setMetaDataState', args: [state] }),
    read,
  })
  yield* runStep(flow, 'index', {
    again: true,
    run: async () => {
      const end = Date.now() + 60_000
      while ((await readState(client, did, flow.signal)) !== state) {
        if (Date.now() > end) throw new AssetNotIndexedError({ did })
        await sleep(client.pollingInterval, flow.signal)
      }
      return { state }
    },
  })
  return { state }
}

async function readState(client: OceanClient, did: string, signal: AbortSignal | undefined): Promise<number> {
  try {
    return (await getAsset(client, { did, signal })).nft.state
  } catch (error) {
    if (error instanceof AssetUnavailableError) return error.state
    throw error
  }
}
