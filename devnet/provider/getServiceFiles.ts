import { hexToBytes, isAddress, isAddressEqual, isHex } from 'viem'
import type { Asset, Service } from './assetSchema'
import { decrypt } from './ecies'
import { isJsonObject, type Json } from './json'
import type { ProviderContext } from './types'

/** The file descriptions of a service, or undefined when they were not encrypted here or belong to another asset or service. */
export function getServiceFiles({ privateKey }: ProviderContext, asset: Asset, service: Service): Json[] | undefined {
  const content = readFiles(privateKey, service.files)
  if (asset.version === undefined || asset.version === '4.0.0') return Array.isArray(content) ? content : undefined
  if (!isJsonObject(content)) return undefined
  const { datatokenAddress, nftAddress, files } = content
  const bound = same(datatokenAddress, service.datatokenAddress) && same(nftAddress, asset.nftAddress)
  return bound && Array.isArray(files) ? files : undefined
}

function readFiles(privateKey: `0x${string}`, encrypted: string): Json | undefined {
  if (!isHex(encrypted, { strict: true })) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(decrypt({ privateKey, ciphertext: hexToBytes(encrypted) })))
  } catch {
    return undefined
  }
}

function same(a: Json | undefined, b: string | undefined): boolean {
  const address = (value: unknown): value is `0x${string}` =>
    typeof value === 'string' && isAddress(value, { strict: false })
  return address(a) && address(b) && isAddressEqual(a, b)
}
