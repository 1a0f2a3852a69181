import type { Network } from '@/lib/networks'

/** The same action in the two languages people use it from. */
export type Code = { python: string; typescript: string }

/** What a snippet needs to know of the network. */
export type CodeNetwork = Pick<
  Network,
  'chainId' | 'name' | 'rpcUrl' | 'aquariusUrl' | 'providerUrl' | 'nativeCurrency' | 'contracts' | 'startBlock'
>

/** A text as it stands in both languages. */
export const quote = (text: string): string => JSON.stringify(text)

/** A plain value as Python writes it. */
export function toPython(value: unknown): string {
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (value === null || value === undefined) return 'None'
  if (Array.isArray(value)) return `[${value.map(toPython).join(', ')}]`
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, entry]) => `${quote(key)}: ${toPython(entry)}`)
      .join(', ')}}`
  return typeof value === 'string' ? quote(value) : String(value)
}

/** A plain value as TypeScript writes it, on one line, without quotes around simple keys. */
export function toTypeScript(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return `[${value.map(toTypeScript).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
    const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name))
    return entries.length === 0
      ? '{}'
      : `{ ${entries.map(([name, entry]) => `${key(name)}: ${toTypeScript(entry)}`).join(', ')} }`
  }
  return JSON.stringify(value)
}

/** The lines that connect to the network as an account, before any action. */
export function pythonHeader(network: CodeNetwork, who: string): string {
  return `import os
from eth_account import Account
from ocean_lib.example_config import get_config_dict
from ocean_lib.ocean.ocean import Ocean

config = get_config_dict(${quote(network.rpcUrl)})
config["METADATA_CACHE_URI"] = ${quote(network.aquariusUrl)}
config["PROVIDER_URL"] = ${quote(network.providerUrl)}
ocean = Ocean(config)
${who} = Account.from_key(os.environ["PRIVATE_KEY"])
`
}

/** The lines that make a client of the network and a way to run a flow, before any action. */
export function typescriptHeader(network: CodeNetwork, imports: readonly string[]): string {
  const { chainId, name, rpcUrl, nativeCurrency, aquariusUrl, providerUrl, contracts, startBlock } = network
  return `import { createPublicClient, createWalletClient, defineChain, http, type Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { ${['createOceanClient', ...imports].sort().join(', ')} } from './lib/ocean'

const chain = defineChain({
  id: ${chainId},
  name: ${quote(name)},
  nativeCurrency: ${toTypeScript(nativeCurrency)},
  rpcUrls: { default: { http: [${quote(rpcUrl)}] } },
})
const account = privateKeyToAccount(process.env.PRIVATE_KEY as Hex)
const client = createOceanClient({
  network: {
    chainId: ${chainId},
    aquariusUrl: ${quote(aquariusUrl)},
    providerUrl: ${quote(providerUrl)},
    contracts: ${toTypeScript(contracts)},${startBlock === undefined ? '' : `\n    startBlock: ${startBlock},`}
  },
  publicClient: createPublicClient({ chain, transport: http() }),
  walletClient: createWalletClient({ account, chain, transport: http() }),
})

async function run<T>(flow: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const next = await flow.next()
    if (next.done) return next.value
    console.log(next.value)
  }
}
`
}
