import type { Address, Hex } from 'viem'
import { buildCreateAsset } from '../actions/chain/buildCreateAsset'
import { getTemplateIndex } from '../actions/chain/getTemplateIndex'
import { getTokenInfo } from '../actions/chain/getTokenInfo'
import { readCreatedAsset } from '../actions/chain/readCreatedAsset'
import { encryptFiles } from '../actions/provider/encryptFiles'
import { getTrustedAlgorithm } from '../actions/provider/getTrustedAlgorithm'
import type { Asset, TrustedAlgorithm } from '../types/asset'
import type { OceanClient } from '../types/client'
import type { AssetDraft, Pricing } from '../types/draft'
import type { Confirmation, ConfirmationPurpose, FlowEvent, FlowOptions } from '../types/flow'
import { buildDdo, getServiceDrafts } from '../utils/buildDdo'
import { confirmTransaction } from '../utils/confirm'
import { getDid } from '../utils/getDid'
import { createFlow, type Flow, isOpen, recoverSent, runStep, savedStep, transact } from './createFlow'
import { recoverMetadata, writeDdo } from './writeDdo'

export type PublishAssetParameters = FlowOptions & { draft: AssetDraft }
export type PublishAssetStep = 'create' | 'encrypt' | 'describe' | 'publish' | 'index'
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
  _client: OceanClient,
  { draft, checkpoint }: Pick<PublishAssetParameters, 'draft' | 'checkpoint'>,
): Promise<Confirmation[]> {
  const purposes: Record<Pricing['type'], ConfirmationPurpose> = {
    none: 'createAsset',
    free: 'createFreeAsset',
    fixed: 'createPricedAsset',
  }
  const create = confirmTransaction({
    step: 'create',
    purpose: purposes[draft.pricing?.type ?? 'none'],
    subject: draft.name,
  })
  const publish = confirmTransaction({ step: 'publish', purpose: 'publishAsset', subject: draft.name })
  return [create, publish].filter(({ step }) => isOpen(checkpoint, step))
}

/**
 * Publishes a dataset or an algorithm: two transactions.
 *
 * - Steps: `create` (data NFT, access token, price), `encrypt` (files, and checksums of allowed algorithms), `describe`, `publish`,
 *   `index`
 * - Source: provider-aquarius specification 10, 11; contracts specification 3
 *
 * @throws {FlowStepError} with the reason as its cause.
 */
export async function* publishAsset(
  client: OceanClient,
  parameters: PublishAssetParameters,
): AsyncGenerator<FlowEvent, PublishAssetReturnType> {
  const { draft } = parameters
  const flow = createFlow(client, parameters)
  const providerUrl = (draft.providerUrl ?? client.network.providerUrl).replace(/\/+$/, '')
  yield* recoverSent(flow, 'create', (receipt) => readCreatedAsset(client.network, receipt, flow.account))
  const known = savedStep(flow, 'create').value as { dataNft?: Address } | undefined
  if (known?.dataNft) yield* recoverMetadata(flow, known.dataNft)
  yield { type: 'plan', confirmations: await planPublishAsset(client, { draft, checkpoint: flow.checkpoint }) }
  const created = yield* create(flow, draft)
  const prepared = yield* runStep(flow, 'encrypt', {
    run: async () => {
      const files: Hex[] = []
      const trusted: TrustedAlgorithm[][] = []
      for (const service of getServiceDrafts(draft)) {
        const bound = { providerUrl, ...created, files: service.files ?? draft.files, signal: flow.signal }
        files.push(await encryptFiles(client, bound))
        const algorithms = service.compute?.trustedAlgorithms ?? []
        trusted.push(
          await Promise.all(
            algorithms.map((algorithm) => getTrustedAlgorithm(client, { ...algorithm, signal: flow.signal })),
          ),
        )
      }
      return { files, trusted, created: new Date().toISOString() }
    },
  })
  const did = getDid(created.dataNft, client.network.chainId)
  const { asset, transactionHash } = yield* writeDdo(flow, {
    dataNft: created.dataNft,
    did,
    providerUrl,
    state: async () => 0,
    ddo: async () =>
      buildDdo({ draft, chainId: client.network.chainId, account: flow.account, providerUrl, ...created, ...prepared }),
  })
  return { did, ...created, transactionHash, asset }
}

async function* create(flow: Flow, draft: AssetDraft) {
  const { client, account } = flow
  const pricing: Pricing = draft.pricing ?? { type: 'none' }
  const made = yield* transact(flow, 'create', {
    call: async () => {
      const templateId = pricing.template ?? (pricing.type === 'none' ? 1 : 2)
      const templateIndex = await getTemplateIndex(client, { templateId })
      const token = pricing.type === 'fixed' ? await getTokenInfo(client, { token: pricing.baseToken }) : undefined
      return buildCreateAsset(client.network, {
        name: draft.name,
        owner: account,
        pricing,
        templateIndex,
        templateId,
        baseTokenDecimals: token?.decimals,
      })
    },
    read: (receipt) => {
      const { dataNft, datatoken, exchangeId } = readCreatedAsset(client.network, receipt, account)
      return { dataNft, datatoken, exchangeId: exchangeId ?? null }
    },
  })
  return { dataNft: made.dataNft, datatoken: made.datatoken, exchangeId: made.exchangeId ?? undefined }
}
