'use client'
import { Badge } from '@/components/ui/Badge'
import { useMessages } from '@/lib/messages/useMessages'

/** The state of an asset, unless it is the usual one. */
export function AssetStateBadge({ state }: { state: number }) {
  const { asset: words, common } = useMessages()
  if (state === 0) return null
  return <Badge tone={state === 5 ? 'neutral' : 'warn'}>{words.states[state]?.name ?? common.unknown}</Badge>
}
