import { describe, expect, it } from 'vitest'
import { algorithmFixture, datasetFixture } from '@/lib/asset/assets.fixture'
import { buildAcquireCode } from './buildAcquireCode'
import { buildAllowCode } from './buildAllowCode'
import { type CodeNetwork, toPython, toTypeScript } from './code'

const address = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e' as const
const network: CodeNetwork = {
  chainId: 8996,
  name: 'Local network',
  rpcUrl: 'http://127.0.0.1:8545',
  aquariusUrl: 'http://127.0.0.1:5000',
  providerUrl: 'http://127.0.0.1:8030',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  contracts: { ERC721Factory: address, FixedPrice: address, Dispenser: address, Router: address },
}

describe('values in snippets', () => {
  it('are written as each language writes them', () => {
    const value = { name: 'a "quote"', on: true, list: [1, null], 'odd key': 2 }
    expect(toPython(value)).toBe('{"name": "a \\"quote\\"", "on": True, "list": [1, None], "odd key": 2}')
    expect(toTypeScript({ ...value, amount: 5n, gone: undefined })).toBe(
      '{ name: "a \\"quote\\"", on: true, list: [1, null], "odd key": 2, amount: 5n }',
    )
  })
})

describe('buildAllowCode', () => {
  it('changes the compute service where the document has it', () => {
    const draft = { did: datasetFixture().id, add: [{ did: algorithmFixture().id }], removePublishers: [address] }
    const { python, typescript } = buildAllowCode({ network, dataset: datasetFixture(), draft })
    expect(python).toContain('compute_service = dataset.services[1]')
    expect(python).toContain(`add_publisher_trusted_algorithm(ocean.assets.resolve("${algorithmFixture().id}"))`)
    expect(python).toContain(`if entry.lower() != "${address.toLowerCase()}"]`)
    expect(typescript).toContain('allowAlgorithm(client, { draft })')
  })
})

describe('buildAcquireCode', () => {
  it('issues the same amounts in both languages', () => {
    const mints = [{ datatoken: address, to: address, amount: 5n * 10n ** 18n }]
    const { python, typescript } = buildAcquireCode({ network, draft: { method: 'mint', mints } })
    expect(python).toContain(`ocean.get_datatoken("${address}").mint("${address}", to_wei(5), {"from": account})`)
    expect(typescript).toContain('amount: 5000000000000000000n')
  })
})
