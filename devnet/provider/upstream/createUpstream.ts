import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { createPublicLookup } from '../../createPublicLookup'
import { isPublicAddress } from '../../isPublicAddress'
import { createSlots } from './createSlots'
import { findMirror, type Mirror, openMirror } from './openMirror'
import { type Upstream, UpstreamError, type UpstreamRequest, type UpstreamResponse } from './types'

export type CreateUpstreamParameters = {
  allowPrivateAddresses: boolean
  mirrors: readonly Mirror[]
  /** Milliseconds until the answer's head must be there. */
  timeoutMs: number
  /** Requests in flight at once. */
  concurrency?: number
}

const maximumRedirects = 6
const lookupPublic = createPublicLookup(() => new UpstreamError('Unsafe address.'))
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Talks to the servers that hold files. Every connection, redirects included, goes to an address that was checked; private
 * addresses only where they are allowed. URLs under a mirror's prefix are answered from its folder.
 */
export function createUpstream(parameters: CreateUpstreamParameters): Upstream {
  const { allowPrivateAddresses, mirrors, timeoutMs, concurrency = 64 } = parameters
  const refuse = () => new UpstreamError('Too many files are being fetched at the moment.')
  const slots = createSlots({ size: concurrency, patience: timeoutMs, refuse })

  async function open(first: UpstreamRequest): Promise<UpstreamResponse> {
    const release = await slots.take()
    try {
      const response = await follow(first)
      response.body.on('error', () => undefined)
      response.body.once('close', release)
      if (response.body.destroyed) release()
      return response
    } catch (error) {
      release()
      throw error
    }
  }

  async function follow(first: UpstreamRequest): Promise<UpstreamResponse> {
    const deadline = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(first.signal ? [first.signal] : [])])
    let request = first
    for (let count = 0; count <= maximumRedirects; count += 1) {
      const mirror = findMirror(mirrors, request.url)
      if (mirror) return openMirror(mirror, request.url, request.headers?.range)
      const response = await send(request, deadline)
      const location = response.headers.location
      if (!redirects.has(response.statusCode ?? 0) || location === undefined) return toResponse(request, response)
      response.destroy()
      request = redirect(request, response.statusCode ?? 0, location)
    }
    throw new UpstreamError('There were too many redirects.')
  }

  function send(
    { url, method, headers, body, signal }: UpstreamRequest,
    deadline: AbortSignal,
  ): Promise<IncomingMessage> {
    const target = parseUrl(url)
    if (!allowPrivateAddresses && isIP(hostOf(target)) && !isPublicAddress(hostOf(target)))
      throw new UpstreamError('Unsafe address.')
    const content =
      body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    return new Promise((resolve, reject) => {
      const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, {
        method: method.toUpperCase(),
        headers: { 'accept-encoding': 'identity', 'user-agent': 'Provider', accept: '*/*', ...content, ...headers },
        ...(allowPrivateAddresses ? {} : { lookup: lookupPublic }),
        agent: false,
        maxHeaderSize: 16_384,
      })
      const abort = () => request.destroy(new UpstreamError('The server did not answer in time.'))
      if (deadline.aborted) abort()
      deadline.addEventListener('abort', abort, { once: true })
      request.on('error', (cause) =>
        reject(cause instanceof UpstreamError ? cause : new UpstreamError(cause.message, { cause })),
      )
      request.once('response', (response) => {
        deadline.removeEventListener('abort', abort)
        signal?.addEventListener('abort', () => response.destroy(), { once: true })
        response.setTimeout(Math.max(60_000, timeoutMs), () =>
          response.destroy(new UpstreamError('The server stopped sending.')),
        )
        resolve(response)
      })
      request.end(body)
    })
  }

  return { open }
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

function parseUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed
  throw new UpstreamError('Only http and https addresses can be fetched.')
}

/** The next request. Another origin gets none of the headers that were meant for the first. */
function redirect(request: UpstreamRequest, status: number, location: string): UpstreamRequest {
  if (!URL.canParse(location, request.url)) throw new UpstreamError('The redirect leads nowhere.')
  const url = new URL(location, request.url)
  const { headers, body, ...rest } = request
  const range = headers?.range
  const kept = url.origin === new URL(request.url).origin ? headers : range === undefined ? undefined : { range }
  const repeats = status === 307 || status === 308
  return {
    ...rest,
    url: url.href,
    method: request.method === 'post' && !repeats ? 'get' : request.method,
    ...(kept ? { headers: kept } : {}),
    ...(repeats && body !== undefined ? { body } : {}),
  }
}

function toResponse(request: UpstreamRequest, response: IncomingMessage): UpstreamResponse {
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined) headers.set(name, String(value))
  const bodyless = request.method === 'head'
  if (bodyless) response.resume()
  return { url: request.url, status: response.statusCode ?? 0, headers, body: bodyless ? response : decode(response) }
}

function decode(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase()
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  if (!decoder) return response
  response.once('error', (error) => decoder.destroy(error))
  decoder.once('close', () => response.destroy())
  return response.pipe(decoder)
}
