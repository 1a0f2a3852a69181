import { type Address, getAddress, type Hex, isAddress } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import * as z from 'zod/mini'
import { type AppConfiguration, isLocalNetwork, type Network } from './networks'

const httpUrl = z.pipe(
  z.string({ error: 'must be text' }).check(
    z.refine((value) => {
      try {
        return ['http:', 'https:'].includes(new URL(value).protocol)
      } catch {
        return false
      }
    }, 'must be an http or https address'),
  ),
  z.transform((value: string) => value.replace(/\/+$/, '')),
)

const address = z.pipe(
  z
    .string({ error: 'must be a contract address' })
    .check(z.refine((value) => isAddress(value, { strict: false }), 'must be 0x and 40 hex digits')),
  z.transform((value: string): Address => getAddress(value)),
)

const privateKey = z.pipe(
  z.string({ error: 'must be a private key' }).check(z.regex(/^0x[0-9a-fA-F]{64}$/, 'must be 0x and 64 hex digits')),
  z.transform((value: string) => value as Hex),
)

const chainId = z
  .number({ error: 'must be a number' })
  .check(z.int('must be a whole number'), z.positive('must be positive'))
const text = z.string({ error: 'must be text' }).check(z.minLength(1, 'must not be empty'))

const networkSchema = z.object({
  chainId,
  name: text,
  rpcUrl: httpUrl,
  aquariusUrl: httpUrl,
  providerUrl: httpUrl,
  otherProviderUrls: z._default(z.array(httpUrl), []),
  nativeCurrency: z._default(z.object({ name: text, symbol: text, decimals: z.number() }), {
    name: 'Ether',
    symbol: 'ETH',
    decimals: 18,
  }),
  blockExplorerUrl: z.optional(httpUrl),
  startBlock: z.optional(
    z
      .number({ error: 'must be a number' })
      .check(z.int('must be a whole number'), z.nonnegative('must not be negative')),
  ),
  contracts: z.object(
    {
      ERC721Factory: address,
      FixedPrice: address,
      Dispenser: address,
      Router: address,
      Ocean: z.optional(address),
    },
    { error: 'must list ERC721Factory, FixedPrice, Dispenser and Router' },
  ),
  local: z.optional(
    z.object({ accounts: z.array(z.object({ name: text, privateKey })), faultsUrl: z.optional(httpUrl) }),
  ),
})

const configurationSchema = z.object(
  {
    defaultChainId: z.optional(chainId),
    networks: z
      .array(networkSchema, { error: 'must be a list of networks' })
      .check(z.minLength(1, 'must hold at least one network')),
  },
  { error: 'must be a JSON object' },
)

export type ConfigurationProblem = { path: string; message: string }

export type ParseConfigurationReturnType =
  | { ok: true; configuration: AppConfiguration }
  | { ok: false; problems: readonly ConfigurationProblem[] }

/**
 * Checks a run-time configuration and names each problem by its path.
 *
 * Built-in accounts are dropped unless the network has chain id 8996 and a loopback RPC address.
 *
 * @param value - The parsed JSON.
 */
export function parseConfiguration(value: unknown): ParseConfigurationReturnType {
  const result = z.safeParse(configurationSchema, value)
  if (!result.success)
    return {
      ok: false,
      problems: result.error.issues.map((issue) => ({ path: formatPath(issue.path), message: issue.message })),
    }
  const { defaultChainId } = result.data
  const [first, ...others] = result.data.networks.map(withoutForeignAccounts)
  if (!first) return { ok: false, problems: [{ path: 'networks', message: 'must hold at least one network' }] }
  const networks = [first, ...others] as const
  if (defaultChainId !== undefined && !networks.some((network) => network.chainId === defaultChainId))
    return {
      ok: false,
      problems: [{ path: 'defaultChainId', message: `names no network of the list: ${defaultChainId}` }],
    }
  return {
    ok: true,
    configuration: { defaultChainId: defaultChainId ?? first.chainId, networks: [...networks] },
  }
}

function withoutForeignAccounts({ local, ...network }: z.infer<typeof networkSchema>): Network {
  if (!local || !isLocalNetwork(network)) return network
  const accounts = local.accounts.map((account) => ({ ...account, address: privateKeyToAddress(account.privateKey) }))
  return { ...network, local: { ...local, accounts } }
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('')
}
