import type { Address } from 'viem'
import { ServiceFailedError, UnexpectedResponseError } from '../errors/HttpError'
import { providerRootSchema } from '../schemas/providerSchemas'
import type { OceanClient } from '../types/client'
import type { ProviderRoot } from '../types/provider'
import { parseBody } from './parseBody'
import { request } from './request'

export type GetProviderRootParameters = {
  /** Base URL. Default: the network's. */
  providerUrl?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * What answers at a base URL: addresses, chains and endpoints. Asked once per base URL; a failure is not remembered.
 *
 * - HTTP: `GET /`
 * - Source: provider-aquarius specification 1.1
 *
 * @throws {UnexpectedResponseError} when it is not a Provider.
 */
export async function getProviderRoot(
  client: OceanClient,
  { providerUrl, signal }: GetProviderRootParameters = {},
): Promise<ProviderRoot> {
  const url = (providerUrl ?? client.network.providerUrl).replace(/\/+$/, '')
  const known = client.roots.get(url)
  if (known) return known
  const root = readRoot(client, url)
  client.roots.set(url, root)
  root.catch(() => client.roots.delete(url))
  if (!signal) return root
  return Promise.race([
    root,
    new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])
}

/** The one place that decides which dialect a service speaks. */
async function readRoot(client: OceanClient, url: string): Promise<ProviderRoot> {
  const response = await request(client, { url, repeatable: true })
  if (response.status !== 200)
    throw new ServiceFailedError('The Provider does not say what it offers.', { url, status: response.status })
  const body = parseBody(response, providerRootSchema)
  if (!body.software.startsWith('Provider')) {
    throw new UnexpectedResponseError('Another kind of service answers here.', {
      url,
      status: 200,
      metaMessages: [`Software: ${body.software}`],
    })
  }
  const chainIds = body.chainIds ?? (body.chainId === undefined ? [client.network.chainId] : [body.chainId])
  const addresses: Record<number, Address> = {}
  for (const chainId of chainIds) {
    const address = body.providerAddresses?.[chainId] ?? body.providerAddress
    if (address) addresses[chainId] = address
  }
  return { url, software: body.software, version: body.version, chainIds, addresses, endpoints: body.serviceEndpoints }
}
