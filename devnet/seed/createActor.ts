import { createPublicClient, createWalletClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createOceanClient, type OceanClient } from '@/lib/ocean'
import type { Actor, Devnet } from '../createDevnet'

/** A client that acts as one of the devnet's people, through the same door as the app. */
export function createActor(devnet: Pick<Devnet, 'chain' | 'provider' | 'aquarius'>, actor: Actor): OceanClient {
  const { rpcUrl, chainId, contracts, startBlock } = devnet.chain
  const chain = defineChain({
    ...{ id: chainId, name: 'Local network', nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 } },
    rpcUrls: { default: { http: [rpcUrl] } },
  })
  const options = { chain, transport: http(rpcUrl), pollingInterval: 50 }
  return createOceanClient({
    network: { chainId, contracts, startBlock, aquariusUrl: devnet.aquarius.url, providerUrl: devnet.provider.url },
    publicClient: createPublicClient(options),
    walletClient: createWalletClient({ ...options, account: privateKeyToAccount(actor.privateKey) }),
    pollingInterval: 100,
  })
}
