import { isAddress, parseUnits } from 'viem'
import { isContainerPreset } from './containerPresets'
import type { AssetForm } from './form'
import { type FileProblem, toFileObject } from './toFileObject'

/** What is wrong, by field; the UI has the words. */
export type FormProblems = {
  name?: 'missing'
  description?: 'missing'
  file?: FileProblem
  image?: 'missing'
  tag?: 'missing'
  entrypoint?: 'entrypoint'
  checksum?: 'checksum'
  price?: 'price'
  baseToken?: 'address'
  marketFee?: 'marketFee'
  marketFeeCollector?: 'address'
  allow?: 'address'
  deny?: 'address'
  links?: 'link'
  trustedAlgorithms?: 'did'
  trustedPublishers?: 'address'
  parameters?: 'parameter'
}

const did = /^did:op:[0-9a-f]{64}$/

/** Looks at each field of a form. Empty when it can be published. */
export function checkForm(form: AssetForm, chainId: number): FormProblems {
  const problems: FormProblems = {}
  if (!form.name.trim()) problems.name = 'missing'
  if (!form.description.trim()) problems.description = 'missing'
  const { problem } = toFileObject(form.file, chainId)
  if (problem) problems.file = problem
  if (!form.links.every(isLink)) problems.links = 'link'
  if (!areAddresses(form.allow)) problems.allow = 'address'
  if (!areAddresses(form.deny)) problems.deny = 'address'
  if (form.parameters.some(({ name, label }) => !name.trim() || !label.trim())) problems.parameters = 'parameter'
  if (form.type === 'algorithm') Object.assign(problems, checkContainer(form))
  else {
    if (!form.compute.trustedAlgorithms.every((value) => did.test(value))) problems.trustedAlgorithms = 'did'
    if (!areAddresses(form.compute.trustedPublishers)) problems.trustedPublishers = 'address'
  }
  if (form.pricing.type === 'fixed') Object.assign(problems, checkPrice(form))
  return problems
}

function checkContainer({ container }: AssetForm): FormProblems {
  if (isContainerPreset(container.preset)) return {}
  return {
    ...(container.image.trim() ? {} : { image: 'missing' }),
    ...(container.tag.trim() ? {} : { tag: 'missing' }),
    ...(container.entrypoint.includes('$ALGO') ? {} : { entrypoint: 'entrypoint' }),
    ...(/^sha256:[0-9a-f]{64}$/.test(container.checksum.trim()) ? {} : { checksum: 'checksum' }),
  }
}

function checkPrice({ pricing }: AssetForm): FormProblems {
  const fee = Number(pricing.marketFee || '0')
  return {
    ...(isPositive(pricing.price) ? {} : { price: 'price' }),
    ...(isAddress(pricing.baseToken, { strict: false }) ? {} : { baseToken: 'address' }),
    ...(fee === 0 || (fee >= 0.1 && fee <= 50) ? {} : { marketFee: 'marketFee' }),
    ...(fee === 0 || isAddress(pricing.marketFeeCollector, { strict: false }) ? {} : { marketFeeCollector: 'address' }),
  }
}

function isPositive(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text.trim()) && parseUnits(text.trim(), 18) > 0n
}

function areAddresses(list: readonly string[]): boolean {
  return list.every((value) => isAddress(value, { strict: false }))
}

function isLink(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}
