import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject } from '../json'
import type { Upstream, UpstreamRequest, UpstreamResponse } from '../upstream/types'
import type { FileDetails, FileObject } from './types'

export type CreateHttpFileParameters = {
  type: string
  upstream: Upstream
  maxChecksumLength: number
  url: string
  method: 'get' | 'post'
  headers: Record<string, string>
  /** Values the consumer gave, and whether they travel in the query, as the body or as the variables of a query. */
  userdata: JsonObject | undefined
  query?: string
  /** Fixed name; otherwise the last part of the final URL's path. */
  filename?: string
}

/** A file behind one HTTP request. */
export function createHttpFile(parameters: CreateHttpFileParameters): FileObject {
  const { type, upstream, maxChecksumLength, filename } = parameters
  const request = buildRequest(parameters)
  const nameOf = (response: UpstreamResponse) => filename ?? lastSegment(response.url)

  async function probe(): Promise<UpstreamResponse> {
    if (request.method === 'get') {
      const response = await upstream.open({ ...request, method: 'head' })
      response.body.destroy()
      const known = response.headers.get('content-type') && response.headers.get('content-length')
      if (response.status === 200 && known) return response
    }
    const response = await upstream.open(request)
    response.body.destroy()
    return response
  }

  return {
    type,
    async checkDetails({ checksum }) {
      try {
        const response = checksum ? await upstream.open(request) : await probe()
        const details = readDetails(response, nameOf(response))
        const sum = details && checksum ? await hash(response, maxChecksumLength) : undefined
        response.body.destroy()
        return details && sum !== undefined ? { ...details, checksum: sum, checksumType: 'sha256' } : details
      } catch {
        return undefined
      }
    },
    async open({ range, signal }) {
      const headers = { ...(range === undefined ? {} : { range }), ...request.headers }
      const response = await upstream.open({ ...request, headers, ...(signal ? { signal } : {}) })
      return { status: response.status, headers: response.headers, body: response.body, filename: nameOf(response) }
    },
  }
}

function buildRequest({ url, method, headers, userdata, query }: CreateHttpFileParameters): UpstreamRequest {
  const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const base = { url, method, headers: lowered }
  if (query !== undefined) return { ...base, body: JSON.stringify({ query, variables: userdata ?? null }) }
  if (userdata === undefined || !URL.canParse(url)) return base
  if (method === 'post') return { ...base, body: JSON.stringify(userdata) }
  const target = new URL(url)
  for (const [name, value] of Object.entries(userdata)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null) target.searchParams.append(name, isJsonObject(item) ? JSON.stringify(item) : String(item))
    }
  }
  return { ...base, url: target.href }
}

function readDetails({ status, headers }: UpstreamResponse, filename: string): FileDetails | undefined {
  const [contentType = ''] = (headers.get('content-type') ?? '').split(';')
  const contentLength = headers.get('content-length') ?? headers.get('content-range')?.split('-')[1] ?? ''
  if (status !== 200 || (contentType === '' && contentLength === '')) return undefined
  return { contentLength, contentType, filename }
}

async function hash({ headers, body }: UpstreamResponse, limit: number): Promise<string | undefined> {
  if (Number(headers.get('content-length') ?? 0) > limit) return undefined
  const sum = createHash('sha256')
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) return undefined
    sum.update(chunk)
  }
  return sum.digest('hex')
}

function lastSegment(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  return path.slice(path.lastIndexOf('/') + 1)
}
