import {
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  parseEther,
  zeroAddress,
} from 'viem'
import { type ContractName, getArtifact } from './artifacts'

/** Stands where the abandoned pool template was; the router refuses zero. */
const noPoolTemplate: Address = '0x000000000000000000000000000000000000dEaD'

export type DeployStep = { label: string; to?: Address; data: Hex; creates?: Address }

/** Contract addresses in the words of the public address file. Values are addresses or maps of addresses, nothing else. */
export type OceanContracts = {
  Ocean: Address
  MockDAI: Address
  MockUSDC: Address
  MockUSDCPermit: Address
  OPFCommunityFeeCollector: Address
  Router: Address
  FixedPrice: Address
  ERC20Template: Record<string, Address>
  ERC721Template: Record<string, Address>
  Dispenser: Address
  ERC721Factory: Address
  Escrow: Address
  AccessListFactory: Address
  BatchPayments: Address
}

export type DeployPlan = { steps: DeployStep[]; contracts: OceanContracts }

/**
 * Every transaction that makes a fresh chain an Ocean network, in order. Addresses follow from deployer and nonce, so they
 * are known before anything is sent and stay the same as long as this plan does. Append; never insert.
 */
export function createDeployPlan(deployer: Address, holders: readonly Address[]): DeployPlan {
  const steps: DeployStep[] = []
  const create = (name: ContractName, args: readonly unknown[] = []): Address => {
    const creates = getContractAddress({ from: deployer, nonce: BigInt(steps.length) })
    steps.push({ label: name, data: encodeDeployData({ ...getArtifact(name), args }), creates })
    return creates
  }
  const call = (name: ContractName, to: Address, [functionName, ...args]: [string, ...unknown[]]) => {
    const data = encodeFunctionData({ abi: getArtifact(name).abi, functionName, args })
    steps.push({ label: `${name}.${functionName}`, to, data })
  }

  const Ocean = create('OceanToken', [deployer])
  call('OceanToken', Ocean, ['mint', deployer, parseEther('1000000')])
  for (const holder of holders) call('OceanToken', Ocean, ['mint', holder, parseEther('100000')])
  const MockDAI = create('MockERC20Decimals', ['DAI', 'DAI', 18])
  const MockUSDC = create('MockERC20Decimals', ['USDC', 'USDC', 6])
  const MockUSDCPermit = create('MockERC20Permit', ['USD Coin (permit)', 'pUSDC', 6])
  const OPFCommunityFeeCollector = create('OPFCommunityFeeCollector', [deployer, deployer])
  const Router = create('FactoryRouter', [deployer, Ocean, noPoolTemplate, OPFCommunityFeeCollector, []])
  const FixedPrice = create('FixedRateExchange', [Router])
  const ERC20Template = {
    '1': create('ERC20Template'),
    '2': create('ERC20TemplateEnterprise'),
    '3': create('ERC20Template3'),
    '4': create('ERC20Template4'),
  }
  const ERC721Template = { '1': create('ERC721Template') }
  const Dispenser = create('Dispenser', [Router])
  const ERC721Factory = create('ERC721Factory', [ERC721Template['1'], ERC20Template['1'], Router])
  for (const template of ['2', '3', '4'] as const) {
    call('ERC721Factory', ERC721Factory, ['addTokenTemplate', ERC20Template[template]])
  }
  call('FactoryRouter', Router, ['addFactory', ERC721Factory])
  call('FactoryRouter', Router, ['addFixedRateContract', FixedPrice])
  call('FactoryRouter', Router, ['addDispenserContract', Dispenser])
  const Escrow = create('Escrow', [Router, zeroAddress])
  const AccessListFactory = create('AccessListFactory', [create('AccessList')])
  const BatchPayments = create('BatchPayments')

  const contracts = {
    ...{ Ocean, MockDAI, MockUSDC, MockUSDCPermit, OPFCommunityFeeCollector, Router, FixedPrice },
    ...{ ERC20Template, ERC721Template, Dispenser, ERC721Factory, Escrow, AccessListFactory, BatchPayments },
  }
  return { steps, contracts }
}
