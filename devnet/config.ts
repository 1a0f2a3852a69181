import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const configSchema = z.object({
  /** Where everything is kept. Absent: a temporary folder that goes with the devnet. */
  dataDirectory: z.string().optional(),
  fresh: z.boolean().default(false),
  /** 0 is any free port. */
  ports: z
    .object({ chain: port.default(0), provider: port.default(0), aquarius: port.default(0) })
    .default({ chain: 0, provider: 0, aquarius: 0 }),
  chainId: z.number().int().positive().default(8996),
  accounts: z.coerce.number().int().min(20, 'at least 20: the first ones have parts to play').max(1000).default(20),
  /** Seconds between blocks; absent: a block per transaction, at once. */
  blockTime: z.coerce.number().int().min(1).max(3600).optional(),
  runner: z.enum(['auto', 'bubblewrap', 'docker', 'unsafe-local']).default('auto'),
  /** URLs that begin with `prefix` are read from `folder` instead of the network. */
  mirrors: z.array(z.object({ prefix: z.string().min(1), folder: z.string().min(1) })).default([]),
  /** The Provider may fetch from private addresses: right on a laptop, wrong on a server. */
  allowPrivateAddresses: z.boolean().default(true),
  ipfsGateway: z.string().optional(),
  arweaveGateway: z.string().optional(),
})

export type DevnetConfig = z.input<typeof configSchema>
export type CheckedDevnetConfig = z.output<typeof configSchema>

/** Fills in defaults and refuses nonsense with a message that names each wrong setting. */
export function checkDevnetConfig(config: DevnetConfig): CheckedDevnetConfig {
  const checked = configSchema.safeParse(config)
  if (checked.success) return checked.data
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The devnet's configuration is wrong. ${faults.join('; ')}`)
}

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
  'unsafe-local-runner': { type: 'boolean' },
} as const

export const usage = `npm run devnet -- [options]

  --fresh                 forget everything that was published, ordered and computed
  --data-dir <folder>     where the state is kept                     (.devnet)
  --port-chain <port>     JSON-RPC                                    (8545)
  --port-provider <port>  Provider                                    (8030)
  --port-aquarius <port>  Aquarius                                    (5000)
  --accounts <number>     funded accounts, at least 20                (20)
  --block-time <seconds>  mine at an interval instead of at once
  --mirror <url>=<folder> read URLs that begin so from a folder; may be repeated
  --runner <name>         auto, bubblewrap or docker                  (auto)
  --unsafe-local-runner   run algorithms without any sandbox: only with code you wrote yourself`

/** Reads the command line of `npm run devnet`. */
export function parseDevnetArguments(args: readonly string[]): { help: true } | { help: false; config: DevnetConfig } {
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
  if (values.help) return { help: true }
  const mirrors = (values.mirror ?? []).map((mirror) => {
    const [, prefix, folder] = /^(.+?)=([^=]+)$/.exec(mirror) ?? []
    if (!prefix || !folder) throw new Error(`--mirror takes <url>=<folder>, not "${mirror}".`)
    return { prefix, folder: resolve(folder) }
  })
  const environment = process.env
  const config: DevnetConfig = {
    dataDirectory: resolve(values['data-dir'] ?? environment.OCEAN_DATA_DIR ?? '.devnet'),
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
  }
  return { help: false, config }
}
