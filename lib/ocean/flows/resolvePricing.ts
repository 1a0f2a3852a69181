import { getTemplateIndex } from '../actions/chain/getTemplateIndex'
import { getTokenInfo } from '../actions/chain/getTokenInfo'
import type { OceanClient } from '../types/client'
import type { AssetDraft, Pricing } from '../types/draft'

/** A draft's pricing with what the chain has to say about it. */
export async function resolvePricing(client: OceanClient, draft: AssetDraft) {
  const pricing: Pricing = draft.pricing ?? { type: 'none' }
  const templateId = pricing.template ?? (pricing.type === 'none' ? 1 : 2)
  const templateIndex = await getTemplateIndex(client, { templateId })
  const token = pricing.type === 'fixed' ? await getTokenInfo(client, { token: pricing.baseToken }) : undefined
  return { pricing, templateId, templateIndex, baseTokenDecimals: token?.decimals }
}
