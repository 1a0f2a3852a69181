import { type Address, isAddress } from 'viem'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import type { Asset } from './assetSchema'
import { networkPrefix } from './networkPrefix'
import type { ProviderContext } from './types'

const consumableStates = [0, 5]

/** Why an address may not consume an asset now, or undefined when it may. */
export async function checkConsumable(
  context: ProviderContext,
  asset: Asset,
  consumer: string,
): Promise<string | undefined> {
  const say = (message: string) => networkPrefix(context, asset, message)
  const address = asset.nft?.address
  if (!address || !isAddress(address, { strict: false }) || !asset.chainId) return say('Asset malformed or disabled.')
  const [, , state] = await context.chain.readContract({
    address: address as Address,
    abi: erc721TemplateAbi,
    functionName: 'getMetaData',
  })
  if (!consumableStates.includes(Number(state))) return say('Asset is not consumable.')
  const code = consumableCode(asset, consumer)
  if (code === undefined) return undefined
  return say(`Error: Access to asset ${asset.id} was denied with code: ConsumableCodes.${code}.`)
}

function consumableCode({ nft, metadata, credentials }: Asset, consumer: string): string | undefined {
  if (!consumableStates.includes(nft?.state ?? -1) || Object.keys(metadata ?? {}).length === 0) return 'ASSET_DISABLED'
  const allow = addresses(credentials?.allow)
  if (allow.length > 0) return allow.includes(consumer.toLowerCase()) ? undefined : 'CREDENTIAL_NOT_IN_ALLOW_LIST'
  return addresses(credentials?.deny).includes(consumer.toLowerCase()) ? 'CREDENTIAL_IN_DENY_LIST' : undefined
}

function addresses(list: NonNullable<Asset['credentials']>['allow']): string[] {
  return (list?.find(({ type }) => type === 'address')?.values ?? []).map((value) => String(value).toLowerCase())
}
