import { HttpError, ServiceUnreachableError, UnexpectedResponseError } from '../errors/HttpError'
import type { OceanClient } from '../types/client'
import { sleep } from '../utils/sleep'
import { readBytes } from './readBytes'

export type RequestParameters = {
  url: string
  method?: string | undefined
  query?: Record<string, string | number | undefined> | undefined
  /** Sent as JSON, unless it is bytes. */
  body?: unknown
  headers?: Record<string, string> | undefined
  /** True when asking twice changes nothing: tried again with growing pauses when the service fails. */
  repeatable?: boolean | undefined
  /** Milliseconds. Default: the client's. */
  timeout?: number | undefined
  /** Bytes of the answer. Default 8 MiB. */
  maxBytes?: number | undefined
  signal?: AbortSignal | undefined
}

export type HttpResponse = { url: string; status: number; headers: Headers; bytes: Uint8Array }

/**
 * One HTTP exchange with a service, whatever its status.
 *
 * @throws {ServiceUnreachableError} when nothing answers in time.
 * @throws {UnexpectedResponseError} when the answer is larger than `maxBytes`, or sends the request elsewhere.
 */
export async function request(
  client: Pick<OceanClient, 'fetch' | 'timeout' | 'retryCount'>,
  parameters: RequestParameters,
): Promise<HttpResponse> {
  const attempts = parameters.repeatable ? client.retryCount + 1 : 1
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await exchange(client, parameters)
      if (attempt >= attempts || ![502, 503, 504].includes(response.status)) return response
    } catch (error) {
      if (attempt >= attempts || !(error instanceof ServiceUnreachableError) || error.timedOut) throw error
    }
    await sleep(200 * 3 ** (attempt - 1), parameters.signal)
  }
}

async function exchange(
  client: Pick<OceanClient, 'fetch' | 'timeout'>,
  {
    url,
    method = 'GET',
    query,
    body,
    headers,
    timeout = client.timeout,
    maxBytes = 8 * 1024 * 1024,
    signal,
  }: RequestParameters,
): Promise<HttpResponse> {
  const target = withQuery(url, query)
  const deadline = AbortSignal.timeout(timeout)
  const isBytes = body instanceof Uint8Array
  try {
    const response = await client.fetch(target, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Followed, it would carry a signature or a token to whoever it names.
      redirect: 'manual',
    })
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel()
      const status = response.status || undefined
      throw new UnexpectedResponseError('The service sends the request to another address.', { url, status })
    }
    const bytes = await readBytes(response, maxBytes)
    if (!bytes)
      throw new UnexpectedResponseError('The answer is too large.', {
        url,
        status: response.status,
        metaMessages: [`Limit: ${maxBytes} bytes`],
      })
    return { url, status: response.status, headers: response.headers, bytes }
  } catch (cause) {
    if (cause instanceof HttpError) throw cause
    if (signal?.aborted) throw signal.reason
    throw new ServiceUnreachableError({ url, timedOut: deadline.aborted, cause })
  }
}

/** `url` with the parameters that have a value. */
function withQuery(url: string, query: RequestParameters['query']): string {
  const entries = Object.entries(query ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return entries.length === 0 ? url : `${url}?${new URLSearchParams(entries)}`
}
