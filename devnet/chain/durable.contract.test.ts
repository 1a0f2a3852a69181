import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWalletClient, defineChain, encodeFunctionData, type Hex, http, multicall3Abi } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, expect, test, vi } from 'vitest'
import { roles } from './accounts'
import { multicall3Address } from './multicall3'
import { createRpc } from './rpc'
import { type DevelopmentChain, type StartChainParameters, startChain } from './startChain'

const directory = mkdtempSync(join(tmpdir(), 'ocean-durable-test-'))
let running: DevelopmentChain | undefined

/** Ends the chain and starts it again from what it had written. */
async function restart(parameters: StartChainParameters = {}) {
  await running?.close()
  running = await startChain({ dataDirectory: directory, ...parameters })
  return { chain: running, rpc: createRpc(running.rpcUrl) }
}

afterEach(async () => {
  await running?.close()
  running = undefined
  rmSync(directory, { recursive: true, force: true })
})

test('an account that was given code (EIP-7702) keeps it through a restart', async () => {
  const { chain } = await restart()
  const account = privateKeyToAccount(chain.accounts[roles.bob]?.privateKey ?? '0x')
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const rpcUrls = { default: { http: [chain.rpcUrl] } }
  const wallet = createWalletClient({
    ...{
      account,
      chain: defineChain({ id: chain.chainId, name: 'Local', nativeCurrency, rpcUrls }),
      transport: http(),
    },
  })
  const authorization = await wallet.signAuthorization({ contractAddress: multicall3Address, executor: 'self' })
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args: [[]] })
  const hash = await wallet.sendTransaction({ to: account.address, data, authorizationList: [authorization] })
  const { rpc } = await restart()
  expect(await rpc('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' })
  expect(await rpc('eth_getCode', [account.address, 'latest'])).toBe(
    `0xef0100${multicall3Address.slice(2).toLowerCase()}`,
  )
})

test('what an impersonated account did is there after a restart', async () => {
  const stranger = '0x00000000000000000000000000000000000000bb'
  const first = await restart()
  const to = first.chain.accounts[4]?.address
  await first.rpc('anvil_setBalance', [stranger, '0xde0b6b3a7640000'])
  await first.rpc('anvil_impersonateAccount', [stranger])
  const hashes = [
    await first.rpc<Hex>('eth_sendTransaction', [{ from: stranger, to, value: '0x1' }]),
    await first.rpc<Hex>('eth_sendTransaction', [{ from: first.chain.accounts[3]?.address, to, value: '0x1' }]),
  ]
  const before = await first.rpc('eth_getBalance', [to, 'latest'])
  const second = await restart()
  expect(await second.rpc('eth_getBalance', [to, 'latest'])).toBe(before)
  for (const hash of hashes)
    expect(await second.rpc('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' })
})

test('many transactions at once are each answered, and each there after a restart', async () => {
  const first = await restart()
  const [to, ...senders] = first.chain.accounts.map(({ address }) => address)
  const before = BigInt(await first.rpc<Hex>('eth_getBalance', [to, 'latest']))
  const value = '0xde0b6b3a7640000'
  const send = (from: Hex) => first.rpc<Hex>('eth_sendTransaction', [{ from, to, value }])
  const hashes = await Promise.all([...senders, ...senders, ...senders].map(send))
  expect(new Set(hashes).size).toBe(3 * senders.length)
  const second = await restart()
  for (const hash of hashes)
    expect(await second.rpc('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' })
  expect(BigInt(await second.rpc<Hex>('eth_getBalance', [to, 'latest']))).toBe(
    before + BigInt(value) * BigInt(hashes.length),
  )
})

test('a chain that mines at intervals goes on from its last block, waiting transactions included', async () => {
  const blockTime = 1
  const first = await restart({ blockTime })
  const from = first.chain.accounts[3]?.address
  const to = first.chain.accounts[4]?.address
  const hash = await first.rpc<Hex>('eth_sendTransaction', [{ from, to, value: '0x1' }])
  expect(await first.rpc('eth_getTransactionReceipt', [hash])).toBeNull()
  const second = await restart({ blockTime })
  const receipt = await vi.waitFor(
    async () => {
      const found = await second.rpc<{ status: Hex; blockNumber: Hex } | null>('eth_getTransactionReceipt', [hash])
      if (!found) throw new Error('not mined yet')
      return found
    },
    { timeout: 20_000, interval: 100 },
  )
  expect(receipt.status).toBe('0x1')
  await vi.waitFor(
    async () => expect(Number(await second.rpc('eth_blockNumber'))).toBeGreaterThan(Number(receipt.blockNumber) + 1),
    { timeout: 20_000, interval: 100 },
  )
})
