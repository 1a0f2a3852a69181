import { isAddress } from 'viem'
import type { FileObject } from '@/lib/ocean'
import type { FileForm } from './form'

/** What is wrong with a file as typed. */
export type FileProblem = 'missing' | 'url' | 'ipfs' | 'arweave' | 'query' | 'address' | 'abi' | 'header'

export type ToFileObjectReturnType =
  | { file: FileObject; problem?: undefined }
  | { problem: FileProblem; file?: undefined }

/** The file the Provider is asked to fetch, or what is missing. Only http(s), IPFS, Arweave, GraphQL and contract reads exist. */
export function toFileObject(form: FileForm, chainId: number): ToFileObjectReturnType {
  const location = form.location.trim()
  if (!location) return { problem: 'missing' }
  if (form.headers.some(({ name, value }) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[\r\n]/.test(value)))
    return { problem: 'header' }
  const headers =
    form.headers.length > 0 ? { headers: Object.fromEntries(form.headers.map(({ name, value }) => [name, value])) } : {}
  switch (form.type) {
    case 'url':
      return isHttp(location)
        ? { file: { type: 'url', url: location, method: form.method, ...headers } }
        : { problem: 'url' }
    case 'ipfs': {
      const hash = location.replace(/^ipfs:\/\//, '')
      return /^[\w./-]{10,}$/.test(hash) ? { file: { type: 'ipfs', hash, ...headers } } : { problem: 'ipfs' }
    }
    case 'arweave': {
      const transactionId = location.replace(/^ar:\/\//, '')
      return /^[\w-]{43}$/.test(transactionId)
        ? { file: { type: 'arweave', transactionId, ...headers } }
        : { problem: 'arweave' }
    }
    case 'graphql':
      if (!isHttp(location)) return { problem: 'url' }
      return form.query.trim()
        ? { file: { type: 'graphql', url: location, query: form.query, ...headers } }
        : { problem: 'query' }
    case 'smartcontract': {
      if (!isAddress(location, { strict: false })) return { problem: 'address' }
      const abi = parseObject(form.abi)
      return abi ? { file: { type: 'smartcontract', address: location, chainId, abi } } : { problem: 'abi' }
    }
  }
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
