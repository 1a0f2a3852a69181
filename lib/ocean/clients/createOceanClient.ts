import type { CreateOceanClientParameters, OceanClient } from '../types/client'
import { createSessionStore } from './createSessionStore'

/**
 * What every action takes first: one network, its chain, and the wallet if there is one.
 *
 * @example
 * const client = createOceanClient({ network, publicClient, walletClient })
 * const asset = await getAsset(client, { did })
 */
export function createOceanClient(parameters: CreateOceanClientParameters): OceanClient {
  const { network } = parameters
  return {
    network: { ...network, aquariusUrl: trimSlash(network.aquariusUrl), providerUrl: trimSlash(network.providerUrl) },
    publicClient: parameters.publicClient,
    walletClient: parameters.walletClient,
    pollingInterval: parameters.pollingInterval ?? 1_000,
    timeout: parameters.timeout ?? 30_000,
    retryCount: parameters.retryCount ?? 2,
    sessions: parameters.sessions ?? createSessionStore(),
    fetch: parameters.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    roots: new Map(),
    queues: new Map(),
  }
}

const trimSlash = (url: string) => url.replace(/\/+$/, '')
