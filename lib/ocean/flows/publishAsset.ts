import type { Address, Hex } from 'viem'
import { buildCreateAsset } from '../actions/chain/buildCreateAsset'
import { readCreatedAsset } from '../actions/chain/readCreatedAsset'
import { TransactionRevertedError } from '../errors/ChainError'
import { FlowStepError } from '../errors/FlowStepError'
import type { Asset } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { AssetDraft, Pricing } from '../types/draft'
import type { Confirmation, ConfirmationPurpose, FlowEvent, FlowOptions } from '../types/flow'
import { buildDdo } from '../utils/buildDdo'
import { confirmTransaction } from '../utils/confirm'
import { getDid } from '../utils/getDid'
import { createFlow, type Flow, isOpen, runStep, savedStep, transact } from './createFlow'
import { encryptDraft } from './encryptDraft'
import { choosePublishing, publishInOne, recoverPublishInOne } from './publishInOne'
import { recoverSent } from './recoverSent'
import { resolvePricing } from './resolvePricing'
import { recoverMetadata, writeDdo } from './writeDdo'

export type PublishAssetParameters = FlowOptions & {
  draft: AssetDraft
  /**
   * `true` also takes one transaction where the wallet cannot batch, through Multicall3; `false` always takes two. Default: one where
   * the wallet batches.
   */
  oneTransaction?: boolean | undefined
}
export type PublishAssetStep = 'create' | 'encrypt' | 'describe' | 'publish' | 'publishInOne' | 'index'
export type PublishAssetReturnType = {
  did: string
  dataNft: Address
  datatoken: Address
  exchangeId: Hex | undefined
  transactionHash: Hex
  asset: Asset
}

/** The confirmations publishing takes from where `checkpoint` stands. */
export async function planPublishAsset(
  client: OceanClient,
  { draft, checkpoint, oneTransaction }: Pick<PublishAssetParameters, 'draft' | 'checkpoint' | 'oneTransaction'>,
): Promise<Confirmation[]> {
  const purposes: Record<Pricing['type'], ConfirmationPurpose> = {
    none: 'createAsset',
    free: 'createFreeAsset',
    fixed: 'createPricedAsset',
  }
  const subject = draft.name
  const steps =
    (await choosePublishing(client, { oneTransaction, checkpoint })) === 'twoTransactions'
      ? [
          confirmTransaction({ step: 'create', purpose: purposes[draft.pricing?.type ?? 'none'], subject }),
          confirmTransaction({ step: 'publish', purpose: 'publishAsset', subject }),
        ]
      : [confirmTransaction({ step: 'publishInOne', purpose: 'publishInOne', subject })]
  return steps.filter(({ step }) => isOpen(checkpoint, step))
}

/**
 * Publishes a dataset or an algorithm: two transactions, or one. When the one fails because somebody else published at the same
 * moment, a new plan is announced and two are taken.
 *
 * - Steps: `create` (data NFT, access token, price), `encrypt` (files, and checksums of allowed algorithms), `describe`, `publish`,
 *   `index`; or `encrypt`, `describe`, `publishInOne`, `index`
 * - Source: provider-aquarius specification 10, 11; contracts specification 3, 7
 *
 * @throws {FlowStepError} with the reason as its cause.
 */
export async function* publishAsset(
  client: OceanClient,
  parameters: PublishAssetParameters,
): AsyncGenerator<FlowEvent, PublishAssetReturnType> {
  const { draft, oneTransaction } = parameters
  const flow = createFlow(client, parameters)
  const providerUrl = (draft.providerUrl ?? client.network.providerUrl).replace(/\/+$/, '')
  yield* recoverSent(flow, 'create', (receipt) => readCreatedAsset(client.network, receipt, flow.account))
  const known = savedStep(flow, 'create').value as { dataNft?: Address } | undefined
  if (known?.dataNft) yield* recoverMetadata(flow, known.dataNft)
  yield* recoverPublishInOne(flow)
  const mode = await choosePublishing(client, { oneTransaction, checkpoint: flow.checkpoint })
  yield {
    type: 'plan',
    confirmations: await planPublishAsset(client, { draft, oneTransaction, checkpoint: flow.checkpoint }),
  }
  if (mode !== 'twoTransactions') {
    try {
      return yield* publishInOne(flow, draft, { mode, providerUrl })
    } catch (error) {
      if (!(error instanceof FlowStepError && error.cause instanceof TransactionRevertedError)) throw error
      yield { type: 'plan', confirmations: await planPublishAsset(client, { draft, oneTransaction: false }) }
    }
  }
  return yield* publishInTwo(flow, draft, providerUrl)
}

async function* publishInTwo(
  flow: Flow,
  draft: AssetDraft,
  providerUrl: string,
): AsyncGenerator<FlowEvent, PublishAssetReturnType> {
  const { client, account } = flow
  const { chainId } = client.network
  const made = yield* transact(flow, 'create', {
    call: async () =>
      buildCreateAsset(client.network, { name: draft.name, owner: account, ...(await resolvePricing(client, draft)) }),
    read: (receipt) => {
      const { dataNft, datatoken, exchangeId } = readCreatedAsset(client.network, receipt, account)
      return { dataNft, datatoken, exchangeId: exchangeId ?? null }
    },
  })
  const { dataNft, datatoken } = made
  const encrypted = savedStep(flow, 'encrypt').value as { dataNft?: Address } | undefined
  const prepared = yield* runStep(flow, 'encrypt', {
    again: encrypted?.dataNft !== dataNft,
    run: () => encryptDraft(flow, { draft, providerUrl, dataNft, datatoken }),
  })
  const did = getDid(dataNft, chainId)
  const { asset, transactionHash } = yield* writeDdo(flow, {
    dataNft,
    did,
    providerUrl,
    state: async () => 0,
    ddo: async () => buildDdo({ draft, chainId, account, providerUrl, ...prepared, dataNft, datatoken }),
  })
  return { did, dataNft, datatoken, exchangeId: made.exchangeId ?? undefined, transactionHash, asset }
}
