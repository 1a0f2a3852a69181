import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { createPublicLookup } from '../createPublicLookup'
import { isPublicAddress } from '../isPublicAddress'
import { ServiceRefusedError } from './serviceClient'

export type FetchPublicOptions = { allowPrivateAddresses: boolean; signal: AbortSignal }

const mostRedirects = 3
const answerTime = 30_000

/** Refuses addresses that are not public at the moment they are used. */
const lookupPublic = createPublicLookup((hostname) => new ServiceRefusedError(`${hostname} is not a public address.`))

function open(url: URL, { allowPrivateAddresses, signal }: FetchPublicOptions): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivateAddresses && isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new ServiceRefusedError(`${host} is not a public address.`)
  }
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      { signal, timeout: answerTime, agent: false, ...(allowPrivateAddresses ? {} : { lookup: lookupPublic }) },
      resolve,
    )
    call.once('timeout', () => call.destroy(new ServiceRefusedError(`${url.host} does not answer.`)))
    call.once('error', reject)
    call.end()
  })
}

/**
 * Fetches an address that a stranger has named, over HTTP(S) only, from public addresses only unless allowed otherwise.
 *
 * @throws {ServiceRefusedError} for another scheme, a private address, too many redirects or a status other than 200.
 */
export async function fetchPublic(address: string, options: FetchPublicOptions): Promise<Response> {
  if (!URL.canParse(address)) throw new ServiceRefusedError('The address of the algorithm is not a URL.')
  let url = new URL(address)
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new ServiceRefusedError(`${url.protocol} addresses are not fetched.`)
    const message = await open(url, options)
    const status = message.statusCode ?? 0
    const next = message.headers.location
    if (status >= 300 && status < 400 && next) {
      message.destroy()
      url = new URL(next, url)
      continue
    }
    if (status !== 200) {
      message.destroy()
      throw new ServiceRefusedError(`${url.host} answered with status ${status}.`)
    }
    return new Response(Readable.toWeb(message) as ReadableStream<Uint8Array>)
  }
  throw new ServiceRefusedError(`${url.host} redirects too often.`)
}
