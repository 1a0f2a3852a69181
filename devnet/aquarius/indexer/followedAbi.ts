import { getAbiItem, parseAbi } from 'viem'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { dispenserAbi } from '@/lib/ocean/abis/dispenserAbi'
import { erc721FactoryAbi } from '@/lib/ocean/abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { fixedRateExchangeAbi } from '@/lib/ocean/abis/fixedRateExchangeAbi'

/** Every event that changes what the index says about an asset, but for the transfers of data NFTs. */
export const followedAbi = [
  getAbiItem({ abi: erc721FactoryAbi, name: 'NFTCreated' }),
  getAbiItem({ abi: erc721FactoryAbi, name: 'TokenCreated' }),
  getAbiItem({ abi: erc721TemplateAbi, name: 'MetadataCreated' }),
  getAbiItem({ abi: erc721TemplateAbi, name: 'MetadataUpdated' }),
  getAbiItem({ abi: erc721TemplateAbi, name: 'MetadataState' }),
  getAbiItem({ abi: erc721TemplateAbi, name: 'TokenURIUpdate' }),
  getAbiItem({ abi: datatokenAbi, name: 'OrderStarted' }),
  getAbiItem({ abi: dispenserAbi, name: 'DispenserCreated' }),
  getAbiItem({ abi: dispenserAbi, name: 'DispenserActivated' }),
  getAbiItem({ abi: dispenserAbi, name: 'DispenserDeactivated' }),
  getAbiItem({ abi: fixedRateExchangeAbi, name: 'ExchangeCreated' }),
  getAbiItem({ abi: fixedRateExchangeAbi, name: 'ExchangeRateChanged' }),
  getAbiItem({ abi: fixedRateExchangeAbi, name: 'ExchangeActivated' }),
  getAbiItem({ abi: fixedRateExchangeAbi, name: 'ExchangeDeactivated' }),
] as const

/** The token id is indexed here, unlike the amount of an ERC-20 transfer: asking for token 1 finds data NFTs only. */
export const transferAbi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
])
