import { checkAddress } from './checkAddress'
import { checkHeaders, type HeaderProblems } from './checkHeaders'
import { checkUrl } from './checkUrl'
import type { FileForm } from './form'
import type { Problem, ProblemCode } from './problems'

export type FileProblems = { location?: Problem; query?: Problem; abi?: Problem; headers?: HeaderProblems[] }

/** Looks at where a file is said to be. `open`: the Provider is elsewhere, so private addresses mean nothing to it. */
export function checkFile(form: FileForm, { open }: { open: boolean }): FileProblems {
  const code = form.location.trim() === '' ? 'missing' : checkLocation(form, open)
  const headers = form.type === 'smartcontract' ? [] : checkHeaders(form.headers)
  return {
    ...(code ? { location: { code } } : {}),
    ...(form.type === 'graphql' && form.query.trim() === '' ? { query: { code: 'missing' } } : {}),
    ...(form.type === 'smartcontract' ? checkAbi(form.abi) : {}),
    ...(headers.some((header) => header.name || header.value) ? { headers } : {}),
  }
}

function checkLocation({ type, location }: FileForm, open: boolean): ProblemCode | undefined {
  const text = location.trim()
  switch (type) {
    case 'url':
    case 'graphql':
      return text.length > 2_000 ? 'longUrl' : checkUrl(text, { open })
    case 'ipfs':
      return /^(Qm[1-9A-HJ-NP-Za-km-z]{44}|[bBzZfFkKuU][\w=-]{30,})(\/[^\s?#]*)?$/.test(text.replace(/^ipfs:\/\//, ''))
        ? undefined
        : 'ipfs'
    case 'arweave':
      return /^[\w-]{43}$/.test(text.replace(/^ar:\/\//, '')) ? undefined : 'arweave'
    case 'smartcontract':
      return checkAddress(text)
  }
}

function checkAbi(text: string): { abi?: Problem } {
  if (text.trim() === '') return { abi: { code: 'missing' } }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { abi: { code: 'abi' } }
    const { name, inputs = [], stateMutability } = value as Record<string, unknown>
    if (typeof name !== 'string' || name === '') return { abi: { code: 'abi' } }
    if (!Array.isArray(inputs) || inputs.length > 0) return { abi: { code: 'abiInputs' } }
    return stateMutability === undefined || stateMutability === 'view' || stateMutability === 'pure'
      ? {}
      : { abi: { code: 'abiView' } }
  } catch {
    return { abi: { code: 'abi' } }
  }
}
