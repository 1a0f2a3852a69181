import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

const require = createRequire(import.meta.url)

const paths = {
  AccessList: 'accesslists/AccessList.sol/AccessList',
  AccessListFactory: 'accesslists/AccessListFactory.sol/AccessListFactory',
  BatchPayments: 'rewards/BatchPayments.sol/BatchPayments',
  Dispenser: 'pools/dispenser/Dispenser.sol/Dispenser',
  ERC20Template: 'templates/ERC20Template.sol/ERC20Template',
  ERC20Template3: 'templates/ERC20Template3.sol/ERC20Template3',
  ERC20Template4: 'templates/ERC20Template4.sol/ERC20Template4',
  ERC20TemplateEnterprise: 'templates/ERC20TemplateEnterprise.sol/ERC20TemplateEnterprise',
  ERC721Factory: 'ERC721Factory.sol/ERC721Factory',
  ERC721Template: 'templates/ERC721Template.sol/ERC721Template',
  Escrow: 'escrow/Escrow.sol/Escrow',
  FactoryRouter: 'pools/FactoryRouter.sol/FactoryRouter',
  FixedRateExchange: 'pools/fixedRate/FixedRateExchange.sol/FixedRateExchange',
  MockERC20Decimals: 'utils/mock/MockERC20Decimals.sol/MockERC20Decimals',
  MockERC20Permit: 'utils/mock/MockERC20Permit.sol/MockERC20Permit',
  OPFCommunityFeeCollector: 'communityFee/OPFCommunityFeeCollector.sol/OPFCommunityFeeCollector',
  OceanToken: 'utils/OceanToken.sol/OceanToken',
} as const

export type ContractName = keyof typeof paths
export type Artifact = { abi: Abi; bytecode: Hex }

const cache = new Map<ContractName, Artifact>()

/** Interface and creation code of a contract, as `@oceanprotocol/contracts` ships it. */
export function getArtifact(name: ContractName): Artifact {
  const known = cache.get(name)
  if (known) return known
  const file = require.resolve(`@oceanprotocol/contracts/artifacts/contracts/${paths[name]}.json`)
  const { abi, bytecode } = JSON.parse(readFileSync(file, 'utf8')) as Artifact
  cache.set(name, { abi, bytecode })
  return { abi, bytecode }
}
