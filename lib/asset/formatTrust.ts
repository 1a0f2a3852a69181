import { findTrust } from '@/lib/compute/findTrust'
import type { Messages } from '@/lib/messages'
import type { Asset } from '@/lib/ocean'

/** In a few words, who may compute on a dataset. */
export function formatTrust(asset: Pick<Asset, 'services'>, words: Messages['asset']['trust']): string {
  const { kind, algorithms, publishers } = findTrust(asset)
  if (kind === 'algorithms') return words.algorithms(algorithms.length)
  if (kind === 'publishers') return words.publishers(publishers.length)
  if (kind === 'both') return words.both(algorithms.length, publishers.length)
  return words[kind]
}
