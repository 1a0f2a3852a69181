import { readFileSync } from 'node:fs'
import type { Address, Hex } from 'viem'
import { z } from 'zod'
import { deriveAccounts, developmentMnemonic, roles } from '../chain/accounts'
import { createDevnet } from '../createDevnet'

/** The services under test and who speaks to them. */
export type Target = AsyncDisposable & {
  providerUrl: string
  aquariusUrl: string
  rpcUrl: string
  factory: Address
  keys: { publisher: Hex; consumer: Hex; other: Hex }
  /** Host name under which the services reach this process. */
  filesHost: string
}

const key = z.string().regex(/^0x[0-9a-f]{64}$/i) as unknown as z.ZodType<Hex>

const environmentSchema = z.object({
  PROVIDER_URL: z.url(),
  AQUARIUS_URL: z.url(),
  RPC_URL: z.url(),
  ADDRESS_FILE: z.string(),
  PUBLISHER_KEY: key.optional(),
  CONSUMER_KEY: key.optional(),
  OTHER_KEY: key.optional(),
  FILES_HOST: z.string().default('127.0.0.1'),
})

const addressFileSchema = z.object({ development: z.object({ ERC721Factory: z.string() }) })

/** The services that the environment names (`PROVIDER_URL` and so on), otherwise a devnet of our own. */
export async function createTarget(): Promise<Target> {
  const accounts = deriveAccounts(developmentMnemonic, 20)
  const keyOf = (index: number) => accounts[index]?.privateKey ?? '0x'
  const keys = { publisher: keyOf(roles.alice), consumer: keyOf(roles.bob), other: keyOf(roles.carol) }
  if (!process.env.PROVIDER_URL) {
    const devnet = await createDevnet()
    return {
      ...{ providerUrl: devnet.provider.url, aquariusUrl: devnet.aquarius.url, rpcUrl: devnet.chain.rpcUrl, keys },
      ...{ factory: devnet.chain.contracts.ERC721Factory, filesHost: '127.0.0.1' },
      [Symbol.asyncDispose]: () => devnet.close(),
    }
  }
  const given = environmentSchema.parse(process.env)
  const { development } = addressFileSchema.parse(JSON.parse(readFileSync(given.ADDRESS_FILE, 'utf8')))
  return {
    ...{ providerUrl: given.PROVIDER_URL, aquariusUrl: given.AQUARIUS_URL, rpcUrl: given.RPC_URL },
    factory: development.ERC721Factory as Address,
    keys: {
      publisher: given.PUBLISHER_KEY ?? keys.publisher,
      consumer: given.CONSUMER_KEY ?? keys.consumer,
      other: given.OTHER_KEY ?? keys.other,
    },
    filesHost: given.FILES_HOST,
    [Symbol.asyncDispose]: async () => undefined,
  }
}
