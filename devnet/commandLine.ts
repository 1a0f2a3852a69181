import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { DevnetConfig } from './config'

const options = {
  fresh: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'data-dir': { type: 'string' },
  'port-chain': { type: 'string' },
  'port-provider': { type: 'string' },
  'port-aquarius': { type: 'string' },
  accounts: { type: 'string' },
  'block-time': { type: 'string' },
  runner: { type: 'string' },
  mirror: { type: 'string', multiple: true },
  'public-files-only': { type: 'boolean' },
  'ipfs-gateway': { type: 'string' },
  'arweave-gateway': { type: 'string' },
  decrypter: { type: 'string', multiple: true },
  'unsafe-local-runner': { type: 'boolean' },
} as const

export const usage = `npm run devnet -- [options]
npm run devnet -- faucet <address> [amount]

Without a command the network starts and runs until Ctrl-C.

  --fresh                 forget everything that was published, ordered and computed
  --data-dir <folder>     where the state is kept                     (.devnet)
  --port-chain <port>     JSON-RPC; 0 is any free port                (8545)
  --port-provider <port>  Provider                                    (8030)
  --port-aquarius <port>  Aquarius                                    (5000)
  --accounts <number>     funded and unlocked accounts, at least 20   (20)
  --block-time <seconds>  mine at an interval instead of at once
  --mirror <url>=<folder> read URLs that begin so from a folder; may be repeated
  --public-files-only     fetch no file from a private address, as a Provider on a server
  --ipfs-gateway <url>    where files of type ipfs come from
  --arweave-gateway <url> where files of type arweave come from
  --decrypter <address>   who may decrypt documents; may be repeated  (everybody)
  --runner <name>         auto, bubblewrap or docker                  (auto)
  --unsafe-local-runner   run algorithms without any sandbox: only with code you wrote yourself
  -h, --help              these lines

faucet gives an address ETH and as many OCEAN test tokens (100 of each) on the network that runs with this --data-dir.

OCEAN_DATA_DIR, OCEAN_PORT_CHAIN, OCEAN_PORT_PROVIDER and OCEAN_PORT_AQUARIUS stand in for the options of that name.`

export type Command =
  | { name: 'help' }
  | { name: 'start'; config: DevnetConfig }
  | { name: 'faucet'; dataDirectory: string; to: string; amount: string }

/** Reads the command line of `npm run devnet`. @throws {Error} that says which part of it makes no sense. */
export function parseCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  if (values.help) return { name: 'help' }
  const environment = process.env
  const dataDirectory = resolve(values['data-dir'] ?? environment.OCEAN_DATA_DIR ?? '.devnet')
  const [command, to, amount = '100', ...rest] = positionals
  if (command === 'faucet') {
    if (to === undefined || rest.length > 0) throw new Error('faucet takes an address and, if you like, an amount.')
    return { name: 'faucet', dataDirectory, to, amount }
  }
  if (command !== undefined) throw new Error(`There is no command "${command}". --help lists what there is.`)
  const mirrors = (values.mirror ?? []).map((mirror) => {
    const [, prefix, folder] = /^(.+?)=([^=]+)$/.exec(mirror) ?? []
    if (!prefix || !folder) throw new Error(`--mirror takes <url>=<folder>, not "${mirror}".`)
    return { prefix, folder: resolve(folder) }
  })
  const config: DevnetConfig = {
    dataDirectory,
    fresh: values.fresh ?? false,
    ports: {
      chain: values['port-chain'] ?? environment.OCEAN_PORT_CHAIN ?? 8545,
      provider: values['port-provider'] ?? environment.OCEAN_PORT_PROVIDER ?? 8030,
      aquarius: values['port-aquarius'] ?? environment.OCEAN_PORT_AQUARIUS ?? 5000,
    },
    accounts: values.accounts,
    blockTime: values['block-time'],
    runner: (values['unsafe-local-runner'] ? 'unsafe-local' : values.runner) as DevnetConfig['runner'],
    mirrors,
    allowPrivateAddresses: !values['public-files-only'],
    ipfsGateway: values['ipfs-gateway'],
    arweaveGateway: values['arweave-gateway'],
    authorizedDecrypters: values.decrypter,
  }
  return { name: 'start', config }
}
