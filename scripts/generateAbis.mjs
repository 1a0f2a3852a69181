/**
 * Writes lib/ocean/abis/*.ts from the artifacts of @oceanprotocol/contracts: only the functions and events the project uses,
 * so that what the browser loads stays small. Run with `npm run generate:abis`; `--check` only compares.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'lib', 'ocean', 'abis')

const metadataEvents = ['MetadataCreated', 'MetadataUpdated', 'MetadataState', 'MetadataValidated']
const datatoken = [
  'name',
  'symbol',
  'decimals',
  'cap',
  'totalSupply',
  'balanceOf',
  'allowance',
  'approve',
  'transfer',
  'getId',
  'isMinter',
  'getERC721Address',
  'getPaymentCollector',
  'getPublishingMarketFee',
  'getFixedRates',
  'getDispensers',
  'permissions',
  'isERC20Deployer',
  'mint',
  'addMinter',
  'removeMinter',
  'startOrder',
  'reuseOrder',
  'createFixedRate',
  'createDispenser',
  'setPaymentCollector',
  'OrderStarted',
  'OrderReused',
  'ProviderFee',
  'PublishMarketFee',
  'ConsumeMarketFee',
  'NewFixedRate',
  'NewDispenser',
  'Transfer',
  'Approval',
  'AddedMinter',
  'RemovedMinter',
]

/** Output file -> artifact, and the members kept (all overloads of a name). */
const wanted = {
  erc721FactoryAbi: [
    'contracts/ERC721Factory.sol/ERC721Factory.json',
    [
      'createNftWithErc20',
      'createNftWithErc20WithDispenser',
      'createNftWithErc20WithFixedRate',
      'createNftWithMetaData',
      'deployERC721Contract',
      'startMultipleTokenOrder',
      'reuseMultipleTokenOrder',
      'erc721List',
      'erc20List',
      'getCurrentNFTCount',
      'getCurrentTokenCount',
      'getCurrentTemplateCount',
      'getTokenTemplate',
      'getNFTTemplate',
      'getCurrentNFTTemplateCount',
      'NFTCreated',
      'TokenCreated',
    ],
  ],
  erc721TemplateAbi: [
    'contracts/templates/ERC721Template.sol/ERC721Template.json',
    [
      'name',
      'symbol',
      'ownerOf',
      'balanceOf',
      'tokenURI',
      'transferable',
      'getMetaData',
      'setMetaData',
      'setMetaDataState',
      'setTokenURI',
      'setMetaDataAndTokenURI',
      'isDeployed',
      'getTokensList',
      'getPermissions',
      'createERC20',
      'addToMetadataList',
      'removeFromMetadataList',
      'addToCreateERC20List',
      'removeFromCreateERC20List',
      'addManager',
      'removeManager',
      'isERC20Deployer',
      'safeTransferFrom',
      'getId',
      'Transfer',
      'TokenURIUpdate',
      'TokenCreated',
      ...metadataEvents,
    ],
  ],
  datatokenAbi: ['contracts/templates/ERC20Template.sol/ERC20Template.json', datatoken],
  datatokenEnterpriseAbi: [
    'contracts/templates/ERC20TemplateEnterprise.sol/ERC20TemplateEnterprise.json',
    [...datatoken, 'buyFromDispenserAndOrder', 'buyFromFreAndOrder'],
  ],
  dispenserAbi: [
    'contracts/pools/dispenser/Dispenser.sol/Dispenser.json',
    [
      'status',
      'dispense',
      'activate',
      'deactivate',
      'setAllowedSwapper',
      'ownerWithdraw',
      'datatokensList',
      'DispenserCreated',
      'DispenserActivated',
      'DispenserDeactivated',
      'TokensDispensed',
    ],
  ],
  fixedRateExchangeAbi: [
    'contracts/pools/fixedRate/FixedRateExchange.sol/FixedRateExchange.json',
    [
      'getExchange',
      'getFeesInfo',
      'getAllowedSwapper',
      'isActive',
      'generateExchangeId',
      'calcBaseInGivenOutDT',
      'calcBaseOutGivenInDT',
      'buyDT',
      'setRate',
      'toggleExchangeState',
      'getDTSupply',
      'ExchangeCreated',
      'ExchangeRateChanged',
      'ExchangeActivated',
      'ExchangeDeactivated',
      'Swapped',
    ],
  ],
  factoryRouterAbi: [
    'contracts/pools/FactoryRouter.sol/FactoryRouter.json',
    [
      'factory',
      'isApprovedToken',
      'isFixedRateContract',
      'isDispenserContract',
      'getOPCFees',
      'getOPCConsumeFee',
      'getOPCProviderFee',
      'getOPCCollector',
      'buyDTBatch',
    ],
  ],
}

/** The ABI without `internalType`, which only documents Solidity's own names. */
const clean = (value) => {
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'internalType')
      .map(([key, inner]) => [key, clean(inner)]),
  )
}

const render = (name, artifact, members) => {
  const { abi } = require(`@oceanprotocol/contracts/artifacts/${artifact}`)
  const missing = members.filter((member) => !abi.some((item) => item.name === member))
  if (missing.length > 0) throw new Error(`${artifact} has no ${missing.join(', ')}`)
  const kept = abi.filter((item) => members.includes(item.name)).map(clean)
  const lines = kept.map((item) => `  ${JSON.stringify(item)},`).join('\n')
  return `/** Generated from @oceanprotocol/contracts (${artifact.split('/').at(-1)}) by scripts/generateAbis.mjs. */\nexport const ${name} = [\n${lines}\n] as const\n`
}

mkdirSync(folder, { recursive: true })
const check = process.argv.includes('--check')
let stale = 0
for (const [name, [artifact, members]] of Object.entries(wanted)) {
  const file = join(folder, `${name}.ts`)
  const text = render(name, artifact, [...new Set(members)])
  if (!check) {
    writeFileSync(file, text)
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is out of date: run npm run generate:abis`)
    stale += 1
  }
}
process.exitCode = stale > 0 ? 1 : 0
