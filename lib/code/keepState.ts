import type { Asset } from '@/lib/ocean'
import { quote } from './code'

/** The line that puts an asset's state back: the reference client writes state 0 with every update. */
export function keepState({ nft, nftAddress }: Pick<Asset, 'nft' | 'nftAddress'>): string {
  return nft.state === 0
    ? ''
    : `ocean.get_nft_token(${quote(nftAddress)}).setMetaDataState(${nft.state}, {"from": alice})\n`
}
