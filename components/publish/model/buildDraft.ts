import { type Address, getAddress, parseUnits } from 'viem'
import type { AssetDraft, ComputeOptionsDraft, Pricing, ServiceDraft } from '@/lib/ocean'
import { containerPresets, isContainerPreset } from './containerPresets'
import { type AssetForm, type ContainerForm, type PricingForm, standardServices } from './form'
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
  const [file] = [form.file, ...form.services.flatMap((service) => service.file ?? [])].flatMap(
    (each) => toFileObject(each, chainId) ?? [],
  )
  if (!file) throw new TypeError('The form names no file that can be fetched.')
  const base = {
    name: form.name.trim(),
    description: form.description.trim(),
    ...orNothing('author', form.author.trim()),
    ...orNothing('license', form.license.trim()),
    ...orNothing('tags', trimAll(form.tags)),
    ...orNothing('links', trimAll(form.links)),
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
      ...toServices(form, { chainId }),
      algorithm: {
        language: 'python',
        version: '0.1',
        container: toContainer(form.container),
        ...orNothing('consumerParameters', form.parameters.map(toParameter)),
      },
    }
  const { allowRawAlgorithm, allowNetworkAccess, trustedAlgorithms, trustedPublishers } = form.compute
  const compute = {
    allowRawAlgorithm,
    allowNetworkAccess,
    trustedAlgorithms: [...new Set([...trusted, ...trimAll(trustedAlgorithms)])].map((did) => ({ did })),
    trustedPublishers: trustedPublishers.map(toAddress),
  }
  return { ...base, type: 'dataset', compute, ...toServices(form, { chainId, compute }) }
}

/** The services as drawn up; nothing when they are what every asset of its kind has. */
function toServices(
  form: AssetForm,
  { chainId, compute }: { chainId: number; compute?: ComputeOptionsDraft },
): { services?: ServiceDraft[] } {
  const dataset = form.type === 'dataset'
  const parameters = dataset ? orNothing('consumerParameters', form.parameters.map(toParameter)) : {}
  const standard = JSON.stringify(form.services) === JSON.stringify(standardServices(form.type))
  if (standard && (!dataset || form.parameters.length === 0)) return {}
  return {
    services: form.services.map(({ type, name, file, timeout }) => {
      const own = file && toFileObject(file, chainId)
      return {
        type,
        ...orNothing('name', name.trim()),
        ...orNothing('description', name.trim()),
        ...(own ? { files: [own] } : {}),
        ...(timeout === undefined ? {} : { timeout }),
        ...(type === 'compute' && compute ? { compute } : {}),
        ...parameters,
      }
    }),
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
  const fee = Number(form.marketFee.trim() || '0')
  return {
    type: 'fixed',
    price: parseUnits(form.price.trim(), decimals),
    baseToken: toAddress(form.baseToken),
    ...(fee > 0
      ? { marketFee: parseUnits(String(fee), 16), marketFeeCollector: toAddress(form.marketFeeCollector) }
      : {}),
  }
}

function toParameter(parameter: AssetForm['parameters'][number]) {
  const { name, label, description } = parameter
  return { ...parameter, name: name.trim(), label: label.trim(), description: description.trim() }
}

const trimAll = (list: readonly string[]) => list.map((entry) => entry.trim())

function toAddress(text: string): Address {
  return getAddress(text.trim())
}

function orNothing<K extends string, V extends string | readonly unknown[]>(key: K, value: V): Partial<Record<K, V>> {
  return value.length > 0 ? ({ [key]: value } as Record<K, V>) : {}
}
