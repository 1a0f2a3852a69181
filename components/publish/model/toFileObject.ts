import type { FileObject } from '@/lib/ocean'
import { checkFile } from './checkFile'
import { countProblems } from './countProblems'
import type { FileForm } from './form'

/** The file the Provider is asked to fetch; `undefined` while what is typed names none. */
export function toFileObject(form: FileForm, chainId: number): FileObject | undefined {
  if (countProblems(checkFile(form, { open: false })) > 0) return undefined
  const location = form.location.trim()
  const headers =
    form.headers.length > 0
      ? { headers: Object.fromEntries(form.headers.map(({ name, value }) => [name.trim(), value])) }
      : {}
  switch (form.type) {
    case 'url':
      return { type: 'url', url: location, method: form.method, ...headers }
    case 'ipfs':
      return { type: 'ipfs', hash: location.replace(/^ipfs:\/\//, ''), ...headers }
    case 'arweave':
      return { type: 'arweave', transactionId: location.replace(/^ar:\/\//, ''), ...headers }
    case 'graphql':
      return { type: 'graphql', url: location, query: form.query, ...headers }
    case 'smartcontract':
      return { type: 'smartcontract', address: location as `0x${string}`, chainId, abi: JSON.parse(form.abi) as object }
  }
}
