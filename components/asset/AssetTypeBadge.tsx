'use client'
import { Badge } from '@/components/ui/Badge'
import { useMessages } from '@/lib/messages/useMessages'

/** Dataset or algorithm, with its sign. */
export function AssetTypeBadge({ type }: { type: 'dataset' | 'algorithm' }) {
  const { asset: words } = useMessages()
  return (
    <Badge tone={type === 'dataset' ? 'accent' : 'info'} icon={type === 'dataset' ? 'data' : 'code'}>
      {words.types[type]}
    </Badge>
  )
}
