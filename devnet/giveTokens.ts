import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createWalletClient,
  erc20Abi,
  formatEther,
  type Hex,
  http,
  isAddress,
  parseAbi,
  parseEther,
  publicActions,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { z } from 'zod'
import { deriveAccounts, roles } from './chain/accounts'

const mintAbi = parseAbi(['function mint(address to, uint256 amount)'])

const networksSchema = z.object({
  networks: z.tuple([z.object({ rpcUrl: z.url(), contracts: z.object({ Ocean: z.custom<Hex>() }) })]),
})

export type GiveTokensParameters = {
  /** The running network's folder. */
  dataDirectory: string
  to: string
  /** Whole ETH, and as many whole OCEAN. */
  amount: string
}

/** What an address owns after it was given something. */
export type Balances = { eth: string; ocean: string }

/**
 * Gives an address ETH and OCEAN test tokens on the network that runs with a folder.
 *
 * @throws {Error} when address or amount make no sense, or no network answers.
 */
export async function giveTokens({ dataDirectory, to, amount }: GiveTokensParameters): Promise<Balances> {
  if (!isAddress(to)) throw new Error(`"${to}" is no address, or its capital letters do not fit it.`)
  if (!/^\d{1,5}(\.\d{1,18})?$/.test(amount) || Number(amount) === 0)
    throw new Error(`The amount is a number above 0 and below 100000, not "${amount}".`)
  const { rpcUrl, ocean } = readNetwork(dataDirectory)
  const [deployer] = deriveAccounts().slice(roles.deployer)
  if (!deployer) throw new Error('The mnemonic yields no deployer.')
  const account = privateKeyToAccount(deployer.privateKey)
  const client = createWalletClient({ account, transport: http(rpcUrl), pollingInterval: 100 }).extend(publicActions)
  const reachable = await client.getChainId().catch(() => undefined)
  if (reachable === undefined) throw new Error(`No network answers at ${rpcUrl}. Start it with npm run devnet.`)
  const value = parseEther(amount)
  const hashes = [
    await client.sendTransaction({ chain: null, to, value }),
    await client.writeContract({
      ...{ chain: null, address: ocean, abi: mintAbi, functionName: 'mint', args: [to, value] },
    }),
  ]
  for (const hash of hashes) {
    const { status } = await client.waitForTransactionReceipt({ hash })
    if (status !== 'success') throw new Error(`Transaction ${hash} was reverted.`)
  }
  const eth = await client.getBalance({ address: to })
  const owned = await client.readContract({ address: ocean, abi: erc20Abi, functionName: 'balanceOf', args: [to] })
  return { eth: formatEther(eth), ocean: formatEther(owned) }
}

function readNetwork(dataDirectory: string): { rpcUrl: string; ocean: Hex } {
  try {
    const { networks } = networksSchema.parse(JSON.parse(readFileSync(join(dataDirectory, 'networks.json'), 'utf8')))
    return { rpcUrl: networks[0].rpcUrl, ocean: networks[0].contracts.Ocean }
  } catch (cause) {
    throw new Error(`No network has ever run in ${dataDirectory}. Start one with npm run devnet.`, { cause })
  }
}
