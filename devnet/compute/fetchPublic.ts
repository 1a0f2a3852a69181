import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { ServiceRefusedError } from './serviceClient'

export type FetchPublicOptions = { allowPrivateAddresses: boolean; signal: AbortSignal }

const mostRedirects = 3
const answerTime = 30_000

const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6')
}

/** Whether an IP address is reachable by everybody. IPv4 written as IPv6 counts as what it stands for. */
export function isPublicAddress(address: string): boolean {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(inner) === 4) return !notPublic.check(inner, 'ipv4')
  if (/^::ffff:/i.test(inner)) return false
  return isIP(inner) === 6 && !notPublic.check(inner, 'ipv6')
}

/** Resolves a name for a connection, and refuses addresses that are not public: at the moment they are used. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 4)
    const refused = found.find(({ address }) => !isPublicAddress(address))
    const [first] = found
    if (refused || !first) return done(new ServiceRefusedError(`${hostname} is not a public address.`), '', 4)
    if (options.all) return done(null, found)
    done(null, first.address, first.family)
  })
}

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
