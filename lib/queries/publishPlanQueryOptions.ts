import { queryOptions } from '@tanstack/react-query'
import { type AssetDraft, type OceanClient, planPublishAsset } from '@/lib/ocean'

/** The confirmations that publishing these drafts takes, in order. */
export function publishPlanQueryOptions(
  client: OceanClient,
  input: {
    types: readonly ('dataset' | 'algorithm')[]
    drafts: readonly AssetDraft[]
    oneTransaction?: true | undefined
  },
) {
  const names = input.drafts.map(({ name, pricing }) => `${pricing?.type} ${name}`)
  return queryOptions({
    queryKey: [
      'ocean',
      client.network.chainId,
      'publishPlan',
      { types: input.types, names, one: input.oneTransaction ?? false },
    ] as const,
    queryFn: async () => {
      const plans = await Promise.all(
        input.drafts.map((draft) => planPublishAsset(client, { draft, oneTransaction: input.oneTransaction })),
      )
      return plans.flatMap((plan, index) =>
        plan.map((each) => ({ ...each, step: `${input.types[index]} ${each.step}` })),
      )
    },
  })
}
