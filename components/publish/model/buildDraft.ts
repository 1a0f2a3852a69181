import { type Address, getAddress, parseUnits } from 'viem'
import type { AssetDraft, Pricing } from '@/lib/ocean'
import { containerPresets, isContainerPreset } from './containerPresets'
import type { AssetForm, ContainerForm, PricingForm } from './form'
import { toFileObject } from './toFileObject'

export type BuildDraftParameters = {
  form: AssetForm
  chainId: number
  /** Decimals of the token a fixed price is in. */
  baseTokenDecimals?: number | undefined
  /** Algorithms trusted besides those of the form. */
  trusted?: readonly string[]
}

/** The draft a checked form amounts to. @throws when the form has not been checked. */
export function buildDraft({ form, chainId, baseTokenDecimals = 18, trusted = [] }: BuildDraftParameters): AssetDraft {
  const { file, problem } = toFileObject(form.file, chainId)
  if (!file) throw new Error(`The file of the form is not usable: ${problem}`)
  const base = {
    name: form.name.trim(),
    description: form.description.trim(),
    ...orNothing('author', form.author.trim()),
    ...orNothing('license', form.license.trim()),
    ...orNothing('tags', form.tags),
    ...orNothing('links', form.links),
    files: [file],
    timeout: form.timeout,
    pricing: toPricing(form.pricing, baseTokenDecimals),
    ...(form.allow.length + form.deny.length > 0
      ? {
          credentials: {
            ...orNothing('allow', form.allow.map(toAddress)),
            ...orNothing('deny', form.deny.map(toAddress)),
          },
        }
      : {}),
  }
  if (form.type === 'algorithm')
    return {
      ...base,
      type: 'algorithm',
      algorithm: {
        language: 'python',
        version: '0.1',
        container: toContainer(form.container),
        ...orNothing('consumerParameters', form.parameters),
      },
    }
  const { allowRawAlgorithm, allowNetworkAccess, trustedAlgorithms, trustedPublishers } = form.compute
  const compute = {
    allowRawAlgorithm,
    allowNetworkAccess,
    trustedAlgorithms: [...new Set([...trusted, ...trustedAlgorithms])].map((did) => ({ did })),
    trustedPublishers: trustedPublishers.map(toAddress),
  }
  const parameters = orNothing('consumerParameters', form.parameters)
  return {
    ...base,
    type: 'dataset',
    compute,
    ...(form.parameters.length > 0
      ? {
          services: [
            { type: 'access' as const, ...parameters },
            { type: 'compute' as const, compute, ...parameters },
          ],
        }
      : {}),
  }
}

/** The image a container form names. */
export function toContainer(form: ContainerForm) {
  if (isContainerPreset(form.preset)) return containerPresets[form.preset]
  const { image, tag, entrypoint, checksum } = form
  return { image: image.trim(), tag: tag.trim(), entrypoint: entrypoint.trim(), checksum: checksum.trim() }
}

function toPricing(form: PricingForm, decimals: number): Pricing {
  if (form.type !== 'fixed') return { type: form.type }
  const fee = Number(form.marketFee || '0')
  return {
    type: 'fixed',
    price: parseUnits(form.price.trim(), decimals),
    baseToken: toAddress(form.baseToken),
    ...(fee > 0
      ? { marketFee: parseUnits(String(fee), 16), marketFeeCollector: toAddress(form.marketFeeCollector) }
      : {}),
  }
}

function toAddress(text: string): Address {
  return getAddress(text.trim())
}

function orNothing<K extends string, V extends string | readonly unknown[]>(key: K, value: V): Partial<Record<K, V>> {
  return value.length > 0 ? ({ [key]: value } as Record<K, V>) : {}
}
