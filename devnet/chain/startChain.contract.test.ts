import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Address, Hex } from 'viem'
import { createPublicClient, http } from 'viem'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../storage/openDatabase'
import { getArtifact } from './artifacts'
import { chainMigrations } from './migrations'
import { multicall3Address } from './multicall3'
import { createRpc } from './rpc'
import { classifyRequest } from './serveGateway'
import { type DevelopmentChain, startChain } from './startChain'

const directories: string[] = []
const chains: DevelopmentChain[] = []

const folder = () => {
  const directory = mkdtempSync(join(tmpdir(), 'ocean-chain-test-'))
  directories.push(directory)
  return directory
}

const start = async (dataDirectory: string) => {
  const chain = await startChain({ dataDirectory })
  chains.push(chain)
  return { chain, rpc: createRpc(chain.rpcUrl) }
}

const pay = (rpc: ReturnType<typeof createRpc>, chain: DevelopmentChain) =>
  rpc<Hex>('eth_sendTransaction', [{ from: chain.accounts[3]?.address, to: chain.accounts[4]?.address, value: '0x1' }])

afterEach(async () => {
  for (const chain of chains.splice(0)) await chain.close()
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true })
})

test('a fresh chain carries the contracts, wired to each other, and Multicall3', async () => {
  const { chain } = await start(folder())
  const client = createPublicClient({ transport: http(chain.rpcUrl) })
  const read = (name: 'FactoryRouter' | 'ERC721Factory', address: Address, call: [string, ...unknown[]]) =>
    client.readContract({ abi: getArtifact(name).abi, address, functionName: call[0], args: call.slice(1) })
  const { Router, ERC721Factory, FixedPrice, Dispenser } = chain.contracts
  expect(await read('FactoryRouter', Router, ['factory'])).toBe(ERC721Factory)
  expect(await read('FactoryRouter', Router, ['isFixedRateContract', FixedPrice])).toBe(true)
  expect(await read('FactoryRouter', Router, ['isDispenserContract', Dispenser])).toBe(true)
  expect(await read('ERC721Factory', ERC721Factory, ['getCurrentTemplateCount'])).toBe(4n)
  expect(await client.getCode({ address: multicall3Address })).toMatch(/^0x[0-9a-f]{1000,}$/)
  expect(await client.getChainId()).toBe(8996)
})

test('the well-known accounts are unlocked and rich', async () => {
  const { chain, rpc } = await start(folder())
  const accounts = await rpc<Address[]>('eth_accounts')
  expect(accounts).toHaveLength(20)
  expect(accounts[0]).toBe('0xe2dd09d719da89e5a3d0f2549c7e24566e947260')
  expect(accounts[8]).toBe('0xe08a1dae983bc701d05e492db80e0144f8f4b909')
  expect(await rpc('eth_getTransactionReceipt', [await pay(rpc, chain)])).toMatchObject({ status: '0x1' })
})

test('an acknowledged transaction is on disk before the answer, and mined again with the same hash, block and time', async () => {
  const directory = folder()
  const first = await start(directory)
  const hashes = [await pay(first.rpc, first.chain), await pay(first.rpc, first.chain)]
  const before = await first.rpc<{ hash: Hex; number: Hex; timestamp: Hex }>('eth_getBlockByNumber', ['latest', false])

  const database = openDatabase({ file: join(directory, 'chain.sqlite'), migrations: chainMigrations })
  const stored = database.prepare('SELECT hash FROM blocks ORDER BY number').all() as { hash: string }[]
  database.close()
  expect(stored.at(-1)?.hash).toBe(before.hash)

  await first.chain.close()
  const second = await start(directory)
  expect(second.chain.restored).toBe(true)
  const after = await second.rpc<{ hash: Hex; number: Hex; timestamp: Hex }>('eth_getBlockByNumber', ['latest', false])
  expect(after).toMatchObject({ number: before.number, timestamp: before.timestamp })
  for (const hash of hashes)
    expect(await second.rpc('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' })
  expect(await second.rpc('eth_getTransactionReceipt', [await pay(second.rpc, second.chain)])).toMatchObject({
    status: '0x1',
  })
})

test('what no block records, like a balance set by hand or a reverted snapshot, survives too', async () => {
  const directory = folder()
  const first = await start(directory)
  const rich = '0x00000000000000000000000000000000000000AA'
  const id = await first.rpc('evm_snapshot')
  await pay(first.rpc, first.chain)
  await first.rpc('evm_revert', [id])
  await first.rpc('anvil_setBalance', [rich, '0x1234'])
  const head = await first.rpc('eth_blockNumber')
  await first.chain.close()
  const second = await start(directory)
  expect(await second.rpc('eth_getBalance', [rich, 'latest'])).toBe('0x1234')
  expect(await second.rpc('eth_blockNumber')).toBe(head)
})

test('the gateway survives malformed, huge and unknown requests', async () => {
  const { chain, rpc } = await start(folder())
  const post = (body: string) =>
    fetch(chain.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect((await post('{"jsonrpc"')).status).toBeGreaterThanOrEqual(200)
  expect((await post('x'.repeat(17 * 1024 * 1024))).status).toBe(413)
  await expect(rpc('no_such_method')).rejects.toThrow(/no_such_method/)
  expect(await rpc('eth_chainId')).toBe('0x2324')
})

test('requests are told apart by what they change', () => {
  expect(classifyRequest(['eth_call'])).toBe('read')
  expect(classifyRequest(['evm_snapshot'])).toBe('read')
  expect(classifyRequest(['eth_call', 'eth_sendRawTransaction'])).toBe('mine')
  expect(classifyRequest(['eth_sendRawTransaction', 'anvil_setBalance'])).toBe('change')
  expect(classifyRequest([])).toBe('read')
})
