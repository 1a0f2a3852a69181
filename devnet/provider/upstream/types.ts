import type { Readable } from 'node:stream'

export type UpstreamRequest = {
  url: string
  method: 'get' | 'head' | 'post'
  headers?: Record<string, string>
  /** JSON text, sent with POST. */
  body?: string
  signal?: AbortSignal
}

export type UpstreamResponse = {
  /** Where the answer came from, after redirects. */
  url: string
  status: number
  headers: Headers
  /** Content-decoded bytes. Must be read to its end or destroyed. */
  body: Readable
}

export type Upstream = {
  /** Sends a request, following redirects. @throws {UpstreamError} when there is no usable answer. */
  open(request: UpstreamRequest): Promise<UpstreamResponse>
}

/** A file's server could not be asked: unreachable, too slow, or an address that must not be contacted. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
}
