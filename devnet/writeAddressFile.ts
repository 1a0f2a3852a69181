import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { OceanContracts } from './chain/deployPlan'

const require = createRequire(import.meta.url)

/**
 * Writes an address file in the format that ocean.py, ocean.js and the services read: the public networks as published,
 * and `development` for this chain. Clients insist that every value is a number, an address or a map of addresses.
 */
export function writeAddressFile(parameters: {
  file: string
  chainId: number
  startBlock: number
  contracts: OceanContracts
}): void {
  const { file, chainId, startBlock, contracts } = parameters
  const published = JSON.parse(
    readFileSync(require.resolve('@oceanprotocol/contracts/addresses/address.json'), 'utf8'),
  ) as object
  const { MockUSDCPermit: _, ...named } = contracts
  writeFileSync(file, `${JSON.stringify({ ...published, development: { chainId, startBlock, ...named } }, null, 2)}\n`)
}
