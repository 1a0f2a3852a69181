import type { PublicClient } from 'viem'
import { BusinessError } from '../errors'
import { isJsonObject, type Json, type JsonObject } from '../json'
import type { Upstream } from '../upstream/types'
import { createContractFile } from './createContractFile'
import { createHttpFile } from './createHttpFile'
import type { FileObject } from './types'

export type FileSources = {
  upstream: Upstream
  chain: PublicClient
  maxChecksumLength: number
  /** Base of `ipfs/<hash>`. Absent: only a mirror for `ipfs://` can answer. */
  ipfsGateway: string | undefined
  /** Base of `<transaction id>`. Absent: only a mirror for `ar://` can answer. */
  arweaveGateway: string | undefined
}

const missingKeys = 'malformed service files, missing required keys.'

/**
 * Makes a file of its description in a service or a request.
 *
 * @throws {BusinessError} with the protocol's sentence when the description is wrong.
 */
export function createFileObject(sources: FileSources, object: Json, sentUserdata?: Json): FileObject {
  if (!isJsonObject(object)) throw new BusinessError('malformed file object.')
  if (Object.keys(object).length === 0) throw new BusinessError('cannot decrypt files for this service.')
  if (typeof object.type !== 'string') throw new BusinessError('malformed file object.')
  const userdata = readUserdata(sentUserdata)
  const common = {
    ...sources,
    type: object.type,
    headers: readHeaders(object.headers),
    userdata,
    method: 'get' as const,
  }
  switch (object.type) {
    case 'url':
      return createHttpFile({ ...common, ...readUrl(object) })
    case 'ipfs': {
      const hash = text(object.hash)
      if (hash === undefined) throw new BusinessError(missingKeys)
      const url = sources.ipfsGateway === undefined ? `ipfs://${hash}` : under(sources.ipfsGateway, 'ipfs', hash)
      return createHttpFile({ ...common, url })
    }
    case 'arweave': {
      const id = text(object.transactionId)
      if (id === undefined) throw new BusinessError('malformed service files, missing transactionId.')
      const url = sources.arweaveGateway === undefined ? `ar://${id}` : under(sources.arweaveGateway, '', id)
      return createHttpFile({ ...common, url, filename: '' })
    }
    case 'graphql': {
      const url = text(object.url)
      const query = text(object.query)
      if (url === undefined) throw new BusinessError('missing graphql endpoint')
      if (query === undefined) throw new BusinessError('missing graphql query')
      return createHttpFile({ ...common, url, query, method: 'post' })
    }
    case 'smartcontract':
      return createContractFile({ chain: sources.chain, object, userdata })
    default:
      throw new BusinessError(`Unsupported type ${object.type}`)
  }
}

function readUrl(object: JsonObject): { url: string; method: 'get' | 'post' } {
  const url = text(object.url)
  if (url === undefined) throw new BusinessError(missingKeys)
  const method = (text(object.method) ?? 'get').toLowerCase()
  if (method !== 'get' && method !== 'post') throw new BusinessError(`Unsafe method ${method}.`)
  if (!/^https?:/i.test(url) && url.includes('/')) {
    throw new BusinessError('Invalid file name format. It was not possible to get the file name.')
  }
  return { url, method }
}

/** A gateway's URL for an identifier, which cannot lead out of the folder it belongs to. */
function under(gateway: string, folder: string, identifier: string): string {
  const base = `${gateway.replace(/\/+$/, '')}/${folder === '' ? '' : `${folder}/`}`
  const safe =
    !/[?#\\]/.test(identifier) && !identifier.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part) || part === '')
  return safe ? `${base}${identifier}` : 'about:blank'
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

const forbiddenHeaders = /^(?:connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i

function readHeaders(value: Json | undefined): Record<string, string> {
  if (!isJsonObject(value)) return {}
  const entries = Object.entries(value).map(([name, content]) => [name, String(content)] as const)
  return Object.fromEntries(
    entries.filter(
      ([name, content]) =>
        /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !forbiddenHeaders.test(name) && !/[\r\n\0]/.test(content),
    ),
  )
}

function readUserdata(value: Json | undefined): JsonObject | undefined {
  if (isJsonObject(value)) return Object.keys(value).length > 0 ? value : undefined
  if (typeof value !== 'string' || value === '') return undefined
  try {
    const parsed: Json = JSON.parse(value)
    return isJsonObject(parsed) && Object.keys(parsed).length > 0 ? parsed : undefined
  } catch {
    return undefined
  }
}
