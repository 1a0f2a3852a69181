import { algorithmFixture, datasetFixture } from '@/lib/asset/assets.fixture'
import type { AccessOptions, ComputeEnvironment, FileInfo, FixedRate } from '@/lib/ocean'
import { orderCost } from './assessPayment'
import { assessRun } from './assessRun'
import type { AccessFacts, RunCheckId, RunFacts } from './runCheck'

export const sum = 'c'.repeat(64)
export const algorithm = algorithmFixture()
export const owner = algorithm.nft.owner
export const bob = '0xA78deb2Fa79463945C247991075E2a0e98Ba7A09'
export const file: FileInfo = {
  index: 0,
  type: 'url',
  valid: true,
  filename: undefined,
  contentType: 'text/plain',
  contentLength: 10,
  checksum: sum,
  checksumType: 'sha256',
}
export const environment: ComputeEnvironment = {
  id: 'free',
  description: '',
  cpuNumber: 1,
  cpuType: '',
  gpuNumber: 0,
  gpuType: '',
  ramGB: 1,
  diskGB: 1,
  pricePerMinute: 0,
  free: true,
  currentJobs: 0,
  maxJobs: 2,
  consumerAddress: owner,
  feeToken: undefined,
  storageExpiry: 0,
  maxJobDuration: 60,
  lastSeen: undefined,
}
export const options: AccessOptions = {
  datatoken: owner,
  templateId: 1,
  balance: orderCost,
  isMinter: false,
  dispenser: undefined,
  fixedRates: [],
  publishMarketFee: undefined,
}
export const dispenser = {
  active: true,
  canIssue: true,
  maxTokens: orderCost,
  maxBalance: orderCost,
  balance: 0n,
  allowedSwapper: undefined,
  standalone: true,
}
export const access: AccessFacts = {
  quote: { known: true, value: undefined },
  options: { known: true, value: options },
  purse: { known: false },
  timeout: 3600,
}
/** Everything is in place. */
export const good: RunFacts = {
  account: bob,
  walletChainId: 8996,
  chainId: 8996,
  dataset: datasetFixture({
    publisherTrustedAlgorithms: [{ did: algorithm.id, filesChecksum: sum, containerSectionChecksum: sum }],
  }),
  algorithm,
  environments: { known: true, value: [environment] },
  environment,
  liveChecksums: { known: true, value: { filesChecksum: sum, containerSectionChecksum: sum } },
  datasetFiles: { known: true, value: [file] },
  algorithmFiles: { known: true, value: [file] },
  verdict: { known: true, value: true },
  datasetAccess: access,
  algorithmAccess: access,
  fee: { known: true, value: { amount: 0n, token: owner, symbol: 'OCEAN', decimals: 18, balance: 0n } },
  feeAllowance: { known: false },
  gas: { known: true, value: { balance: 1n, symbol: 'ETH' } },
}

export const rate: FixedRate & { standalone: boolean } = {
  exchangeId: '0x01',
  exchange: owner,
  owner,
  baseToken: owner,
  baseTokenDecimals: 18,
  active: true,
  price: 3n,
  supply: orderCost,
  allowedSwapper: undefined,
  standalone: true,
}

/** An account without access tokens, with this much of the token they are sold for. */
export function sold(balance: bigint): AccessFacts {
  return {
    ...access,
    options: { known: true, value: { ...options, balance: 0n, fixedRates: [rate] } },
    purse: { known: true, value: { balance, symbol: 'OCEAN', decimals: 18 } },
  }
}

/** One line of the list, for the good facts with a change. */
export function checkOf(id: RunCheckId, facts: Partial<RunFacts> = {}) {
  return assessRun({ ...good, ...facts }).find((check) => check.id === id)
}
