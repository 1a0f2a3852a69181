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
  ipfsGateway: z.url().optional(),
  arweaveGateway: z.url().optional(),
  /** Addresses that may decrypt published documents, besides the index. None: everybody may. */
  authorizedDecrypters: z.array(z.string()).default([]),
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
