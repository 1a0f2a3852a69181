import {
  type Address,
  encodePacked,
  erc20Abi,
  type Hex,
  isAddressEqual,
  keccak256,
  parseSignature,
  parseUnits,
  recoverMessageAddress,
  stringToHex,
  zeroAddress,
} from 'viem'
import type { ProviderContext } from './types'

/** A provider fee on the wire. Source: provider-aquarius specification, section 4.1. */
export type ProviderFee = {
  providerFeeAddress: Address
  providerFeeToken: Address
  providerFeeAmount: string
  providerData: Hex
  v: number
  r: Hex
  s: Hex
  validUntil: number
}

export type ProviderFeeTerms = {
  providerFeeAddress: Address
  providerFeeToken: Address
  providerFeeAmount: bigint
  providerData: Hex
  /** Unix seconds; 0 is for ever. */
  validUntil: bigint
}

export type CreateProviderFeeParameters = {
  datatoken: string
  serviceId: string
  environment: string | null
  /** Base units of the fee token. */
  amount: bigint
  /** Unix seconds; 0 for access services. */
  validUntil: number
}

/** Signs a fee for one order of one service. */
export async function createProviderFee(
  context: ProviderContext,
  parameters: CreateProviderFeeParameters,
): Promise<ProviderFee> {
  const { datatoken, serviceId, environment, amount, validUntil } = parameters
  const data = { environment, timestamp: Date.now() / 1000, dt: datatoken, id: serviceId }
  const terms: ProviderFeeTerms = {
    providerFeeAddress: context.account.address,
    providerFeeToken: context.contracts.Ocean,
    providerFeeAmount: amount,
    providerData: stringToHex(JSON.stringify(data)),
    validUntil: BigInt(validUntil),
  }
  const signature = await context.account.signMessage({ message: { raw: hashProviderFee(terms) } })
  const { r, s, yParity } = parseSignature(signature)
  return { ...terms, providerFeeAmount: amount.toString(), v: yParity + 27, r, s, validUntil }
}

/** The hash whose personal signature the datatoken checks. */
export function hashProviderFee(terms: ProviderFeeTerms): Hex {
  const { providerData, providerFeeAddress, providerFeeToken, providerFeeAmount, validUntil } = terms
  const types = ['bytes', 'address', 'address', 'uint256', 'uint256'] as const
  return keccak256(
    encodePacked(types, [providerData, providerFeeAddress, providerFeeToken, providerFeeAmount, validUntil]),
  )
}

/** Whether a fee seen on chain was signed with the given address's key. */
export async function isFeeSignedBy(
  terms: ProviderFeeTerms,
  { v, r, s }: { v: number; r: Hex; s: Hex },
  address: Address,
): Promise<boolean> {
  if (!isAddressEqual(terms.providerFeeAddress, address) || (v !== 27 && v !== 28)) return false
  const signer = await recoverMessageAddress({
    message: { raw: hashProviderFee(terms) },
    signature: { r, s, yParity: v - 27 },
  }).catch(() => undefined)
  return signer !== undefined && isAddressEqual(signer, address)
}

export type GetFeeAmountParameters = {
  /** Whole fee tokens per minute. */
  priceMin: number
  /** Unix seconds. */
  validUntil: number
}

/** The price of an environment from now until `validUntil`, days included, in base units of the fee token. */
export async function getFeeAmount(
  context: ProviderContext,
  { priceMin, validUntil }: GetFeeAmountParameters,
): Promise<bigint> {
  const seconds = Math.max(0, Math.floor(validUntil - Date.now() / 1000))
  const token = context.contracts.Ocean
  if (priceMin === 0 || isAddressEqual(token, zeroAddress)) return 0n
  const decimals = await context.chain.readContract({ address: token, abi: erc20Abi, functionName: 'decimals' })
  const extra = 18
  return (BigInt(seconds) * parseUnits(plainDecimal(priceMin), decimals + extra)) / 60n / 10n ** BigInt(extra)
}

function plainDecimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(18) : text
}
