import { expect, test } from 'vitest'
import { isLocalNetwork } from './networks'
import { parseConfiguration } from './parseConfiguration'

const contracts = {
  ERC721Factory: '0x0000000000000000000000000000000000000001',
  FixedPrice: '0x0000000000000000000000000000000000000002',
  Dispenser: '0x0000000000000000000000000000000000000003',
  Router: '0x0000000000000000000000000000000000000004',
}
const network = {
  chainId: 8996,
  name: 'Local network',
  rpcUrl: 'http://127.0.0.1:8545/',
  aquariusUrl: 'http://127.0.0.1:5000',
  providerUrl: 'http://127.0.0.1:8030',
  contracts,
  local: {
    accounts: [{ name: 'Alice', privateKey: `0x${'1'.repeat(64)}` }],
    faultsUrl: 'http://127.0.0.1:1/devnet/faults',
  },
}

test('A valid configuration is accepted, defaults are filled in and trailing slashes dropped', () => {
  const result = parseConfiguration({ networks: [network] })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  expect(result.configuration.defaultChainId).toBe(8996)
  expect(result.configuration.networks[0].rpcUrl).toBe('http://127.0.0.1:8545')
  expect(result.configuration.networks[0].otherProviderUrls).toEqual([])
  expect(result.configuration.networks[0].local?.accounts[0]?.name).toBe('Alice')
  expect(result.configuration.networks[0].local?.faultsUrl).toBe('http://127.0.0.1:1/devnet/faults')
})

test('Private keys are dropped for any other chain and for any remote RPC', () => {
  for (const change of [{ chainId: 1 }, { rpcUrl: 'https://rpc.example.org' }]) {
    const result = parseConfiguration({ networks: [{ ...network, ...change }] })
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.configuration.networks[0].local).toBeUndefined()
    expect(JSON.stringify(result)).not.toContain('1111')
  }
})

test('Each problem is named by its path in words', () => {
  const result = parseConfiguration({
    networks: [{ ...network, rpcUrl: 'ftp://x', contracts: { ...contracts, Router: '0x12' } }],
  })
  expect(result).toEqual({
    ok: false,
    problems: [
      { path: 'networks[0].rpcUrl', message: 'must be an http or https address' },
      { path: 'networks[0].contracts.Router', message: 'must be 0x and 40 hex digits' },
    ],
  })
})

test('A default chain that is not in the list is refused', () => {
  expect(parseConfiguration({ defaultChainId: 5, networks: [network] })).toEqual({
    ok: false,
    problems: [{ path: 'defaultChainId', message: 'names no network of the list: 5' }],
  })
})

test('An empty list of networks and a value that is no object are refused', () => {
  expect(parseConfiguration({ networks: [] }).ok).toBe(false)
  expect(parseConfiguration('x').ok).toBe(false)
})

test('Only chain 8996 on a loopback address counts as the local network', () => {
  expect(isLocalNetwork({ chainId: 8996, rpcUrl: 'http://localhost:1' })).toBe(true)
  expect(isLocalNetwork({ chainId: 8996, rpcUrl: 'http://192.168.0.1:1' })).toBe(false)
  expect(isLocalNetwork({ chainId: 1, rpcUrl: 'http://127.0.0.1:1' })).toBe(false)
})

test('The block from which the chain is searched is kept, and nothing but a whole number is taken for it', () => {
  const result = parseConfiguration({ networks: [{ ...network, startBlock: 17 }] })
  expect(result).toMatchObject({ ok: true, configuration: { networks: [{ startBlock: 17 }] } })
  expect(parseConfiguration({ networks: [{ ...network, startBlock: -1 }] })).toMatchObject({
    problems: [{ path: 'networks[0].startBlock' }],
  })
})
