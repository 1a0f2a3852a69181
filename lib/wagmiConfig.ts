import { type Chain, defineChain } from 'viem'
import { type Config, type CreateConnectorFn, createConfig, createStorage, http } from 'wagmi'
import { localConnector } from './localWallet/localConnector'
import { type AppConfiguration, isLocalNetwork, type Network } from './networks'

const colours = ['#b4472f', '#0a6a6a', '#6246a8', '#8a5a00']

/**
 * The wallet configuration for the given networks.
 *
 * Extension wallets are found by EIP-6963; built-in accounts exist on the local network only. Nothing here contacts a third party.
 */
export function createWagmiConfig(
  configuration: AppConfiguration,
  extraConnectors: readonly CreateConnectorFn[] = [],
): Config {
  const ordered = [...configuration.networks].sort(
    (a, b) => Number(b.chainId === configuration.defaultChainId) - Number(a.chainId === configuration.defaultChainId),
  )
  const [first = configuration.networks[0], ...others] = ordered
  return createConfig({
    chains: [toChain(first), ...others.map(toChain)],
    transports: Object.fromEntries(ordered.map((network) => [network.chainId, http(network.rpcUrl, { batch: true })])),
    connectors: [...ordered.flatMap(toLocalConnectors), ...extraConnectors],
    multiInjectedProviderDiscovery: true,
    pollingInterval: isLocalNetwork(first) ? 500 : 4_000,
    storage: createStorage({
      key: 'oc.wagmi',
      storage: typeof window === 'undefined' ? undefined : window.localStorage,
    }),
    ssr: true,
  })
}

function toChain(network: Network): Chain {
  return defineChain({
    id: network.chainId,
    name: network.name,
    nativeCurrency: network.nativeCurrency,
    rpcUrls: { default: { http: [network.rpcUrl] } },
    blockExplorers: network.blockExplorerUrl
      ? { default: { name: new URL(network.blockExplorerUrl).hostname, url: network.blockExplorerUrl } }
      : undefined,
    contracts: { multicall3: { address: '0xcA11bde05977b3631167028862bE2a173976CA11' } },
    testnet: isLocalNetwork(network),
  })
}

function toLocalConnectors(network: Network): CreateConnectorFn[] {
  if (!isLocalNetwork(network)) return []
  const chain = toChain(network)
  return (network.local?.accounts ?? []).map(({ name, privateKey }, index) =>
    localConnector({
      name,
      privateKey,
      chain,
      rpcUrl: network.rpcUrl,
      colour: colours[index % colours.length] ?? '#0a6a6a',
    }),
  )
}
