import { checkAccess } from './checkAccess'
import { checkAddress } from './checkAddress'
import { type ContainerField, checkContainer } from './checkContainer'
import { checkFile, type FileProblems } from './checkFile'
import { checkList } from './checkList'
import { checkParameters, type ParameterProblems } from './checkParameters'
import { checkPricing } from './checkPricing'
import { checkText } from './checkText'
import { checkUrl } from './checkUrl'
import { countProblems } from './countProblems'
import type { AssetForm } from './form'
import type { Problem } from './problems'

type Field =
  | ('name' | 'description' | 'author' | 'license' | 'tags' | 'links')
  | ('price' | 'baseToken' | 'marketFee' | 'marketFeeCollector')
  | ('allow' | 'deny' | 'trustedAlgorithms' | 'trustedPublishers' | 'serviceCount')
  | ContainerField

export type ServiceProblems = { name?: Problem | undefined; file?: FileProblems | undefined }

/** What is wrong, by field; the messages have the words. */
export type FormProblems = Partial<Record<Field, Problem>> & {
  file?: FileProblems
  services?: ServiceProblems[]
  parameters?: ParameterProblems[]
}

export type CheckFormOptions = {
  /** Whether services of this machine mean something to the Provider. */
  local: boolean
  /** Of the token a fixed price is in. */
  decimals?: number | undefined
  /** What asking other services has shown to be wrong. */
  found?: FormProblems | undefined
}

const did = /^did:op:[0-9a-f]{64}$/

/** Looks at each field of a form. Empty when it can be published. */
export function checkForm(form: AssetForm, { local, decimals, found }: CheckFormOptions): FormProblems {
  const open = !local
  const problems: FormProblems = { ...found }
  const note = (field: Field, problem: Problem | undefined) => {
    if (problem) problems[field] = problem
  }
  note('name', checkText(form.name, { most: 150 }))
  note('description', checkText(form.description, { most: 20_000 }))
  note('author', checkText(form.author, { most: 100, optional: true }))
  note('license', checkText(form.license, { most: 200, optional: true }))
  note('tags', checkList(form.tags, { most: 30, longest: 50 }))
  note('links', checkList(form.links, { most: 20, check: (link) => checkUrl(link, { open }) }))
  Object.assign(problems, checkAccess(form))
  if (form.services.length === 0) note('serviceCount', { code: 'services' })
  const parts = {
    file: checkFile(form.file, { open }),
    services: form.services.map((service) => checkService(service, open)),
    parameters: checkParameters(form.parameters),
  }
  // A file that every service replaces need not be there.
  if (form.services.length > 0 && form.services.every(({ file }) => file)) parts.file = {}
  for (const [part, tree] of Object.entries(parts))
    if (countProblems(tree) > 0) Object.assign(problems, { [part]: tree })
  if (form.type === 'algorithm') Object.assign(problems, checkContainer(form.container))
  else {
    const { trustedAlgorithms, trustedPublishers } = form.compute
    note('trustedAlgorithms', checkList(trustedAlgorithms, { check: (text) => (did.test(text) ? undefined : 'did') }))
    note('trustedPublishers', checkList(trustedPublishers, { check: checkAddress }))
  }
  return { ...problems, ...checkPricing(form.pricing, { decimals }) }
}

function checkService({ name, file }: AssetForm['services'][number], open: boolean): ServiceProblems {
  const named = checkText(name, { most: 100, optional: true })
  const faults = file && checkFile(file, { open })
  return { ...(named ? { name: named } : {}), ...(faults && countProblems(faults) > 0 ? { file: faults } : {}) }
}
