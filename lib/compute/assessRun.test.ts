import { describe, expect, it } from 'vitest'
import { algorithmFixture, datasetFixture } from '@/lib/asset/assets.fixture'
import type { AccessOptions, ComputeEnvironment, FileInfo } from '@/lib/ocean'
import { assessRun, orderCost } from './assessRun'
import type { AccessFacts, RunCheckId, RunFacts } from './runCheck'
import { summariseChecks } from './summariseChecks'

const sum = 'c'.repeat(64)
const algorithm = algorithmFixture()
const owner = algorithm.nft.owner
const bob = '0xA78deb2Fa79463945C247991075E2a0e98Ba7A09'
const file: FileInfo = {
  index: 0,
  type: 'url',
  valid: true,
  filename: undefined,
  contentType: 'text/plain',
  contentLength: 10,
  checksum: sum,
  checksumType: 'sha256',
}
const environment: ComputeEnvironment = {
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
const options: AccessOptions = {
  datatoken: owner,
  templateId: 1,
  balance: orderCost,
  isMinter: false,
  dispenser: undefined,
  fixedRates: [],
  publishMarketFee: undefined,
}
const dispenser = {
  active: true,
  canIssue: true,
  maxTokens: orderCost,
  maxBalance: orderCost,
  balance: 0n,
  allowedSwapper: undefined,
  standalone: true,
}
const access: AccessFacts = {
  quote: { known: true, value: undefined },
  options: { known: true, value: options },
  purse: { known: false },
  timeout: 3600,
}
const good: RunFacts = {
  account: bob,
  walletChainId: 8996,
  chainId: 8996,
  dataset: datasetFixture({
    publisherTrustedAlgorithms: [{ did: algorithm.id, filesChecksum: sum, containerSectionChecksum: sum }],
  }),
  algorithm,
  environment,
  liveChecksums: { known: true, value: { filesChecksum: sum, containerSectionChecksum: sum } },
  datasetFiles: { known: true, value: [file] },
  algorithmFiles: { known: true, value: [file] },
  verdict: { known: true, value: true },
  datasetAccess: access,
  algorithmAccess: access,
  fee: { known: true, value: { amount: 0n, token: owner, symbol: 'OCEAN', decimals: 18, balance: 0n } },
}

const check = (facts: Partial<RunFacts>, id: RunCheckId) =>
  assessRun({ ...good, ...facts }).find((one) => one.id === id)

describe('assessRun', () => {
  it('is green all over when nothing stands in the way', () => {
    const checks = assessRun(good)
    expect(checks).toHaveLength(13)
    expect(summariseChecks(checks)).toBe('green')
  })

  it('asks to connect, and to switch when the wallet is on another chain', () => {
    expect(check({ account: undefined }, 'wallet')).toMatchObject({ level: 'red', fix: 'connect' })
    expect(check({ walletChainId: 1 }, 'chain')).toMatchObject({ level: 'red', finding: 'wrong', fix: 'switchChain' })
  })

  it('tells which part of the algorithm changed and lets only the owner repair it', () => {
    const liveChecksums = { known: true, value: { filesChecksum: 'x', containerSectionChecksum: sum } } as const
    expect(check({ liveChecksums }, 'checksum')).toMatchObject({
      level: 'red',
      finding: 'filesChanged',
      fix: 'askOwner',
    })
    expect(check({ liveChecksums, account: owner }, 'checksum')).toMatchObject({ fix: 'allow' })
  })

  it('calls a checksum that could not be fetched unknown, never the same', () => {
    expect(check({ liveChecksums: { known: false } }, 'checksum')).toMatchObject({ level: 'unknown' })
  })

  it('does not ask for a checksum where the dataset pins none', () => {
    expect(check({ dataset: datasetFixture() }, 'checksum')).toMatchObject({ finding: 'unpinned', level: 'green' })
    expect(check({ dataset: datasetFixture() }, 'allowed')).toMatchObject({ finding: 'anyPublished', level: 'green' })
  })

  it('takes an order that is still valid for access, whatever the balance', () => {
    const quote = { datatoken: undefined, validOrder: '0x01', providerFee: undefined } as const
    const ordered: AccessFacts = {
      ...access,
      options: { known: false },
      quote: { known: true, value: quote },
    }
    expect(check({ datasetAccess: ordered }, 'datasetAccess')).toMatchObject({ finding: 'ordered', level: 'green' })
  })

  it('says how a missing token can be had', () => {
    const holding = (change: Partial<AccessOptions>): AccessFacts => ({
      ...access,
      options: { known: true, value: { ...options, balance: orderCost - 1n, ...change } },
    })
    const found = (change: Partial<AccessOptions>) => check({ algorithmAccess: holding(change) }, 'algorithmAccess')
    expect(found({})).toMatchObject({ finding: 'noOffer', level: 'red', fix: 'acquire' })
    expect(found({ dispenser })).toMatchObject({ finding: 'free', level: 'green' })
    const joined = { ...dispenser, standalone: false }
    expect(found({ dispenser: joined })).toMatchObject({ finding: 'noOffer', level: 'red' })
    expect(found({ dispenser: joined, templateId: 2 })).toMatchObject({ finding: 'free', level: 'green' })
    const blind: AccessFacts = { ...access, options: { known: false } }
    expect(check({ algorithmAccess: blind }, 'algorithmAccess')).toMatchObject({ finding: 'unknown', level: 'unknown' })
  })

  it('is red when the price of a token is more than the account holds', () => {
    const rate = {
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
    } as const
    const sold = (balance: bigint): AccessFacts => ({
      ...access,
      options: { known: true, value: { ...options, balance: 0n, fixedRates: [rate] } },
      purse: { known: true, value: { balance, symbol: 'OCEAN', decimals: 18 } },
    })
    expect(check({ datasetAccess: sold(3n) }, 'datasetAccess')).toMatchObject({ finding: 'priced', level: 'green' })
    expect(check({ datasetAccess: sold(2n) }, 'datasetAccess')).toMatchObject({
      finding: 'short',
      level: 'red',
      price: { amount: 3n, symbol: 'OCEAN' },
    })
  })

  it('is red when the environment’s fee is more than the account holds', () => {
    const value = { amount: 5n, token: owner, symbol: 'OCEAN', decimals: 18, balance: 4n }
    expect(check({ fee: { known: true, value } }, 'fee')).toMatchObject({ finding: 'short', level: 'red' })
    expect(check({ fee: { known: true, value: { ...value, balance: 5n } } }, 'fee')).toMatchObject({ level: 'green' })
  })

  it('warns of a full environment and of results that go soon', () => {
    expect(check({ environment: { ...environment, currentJobs: 2 } }, 'environment')).toMatchObject({ level: 'amber' })
    expect(check({ environment: { ...environment, storageExpiry: 60 } }, 'retention')).toMatchObject({ level: 'amber' })
    expect(check({ environment: undefined }, 'environment')).toMatchObject({ level: 'red' })
  })

  it('repeats what the Provider itself said against the job', () => {
    const error = new Error('not_trusted_algo')
    expect(check({ verdict: { known: false, error } }, 'verdict')).toMatchObject({ level: 'red', error })
    expect(check({ verdict: { known: false } }, 'verdict')).toMatchObject({ level: 'unknown' })
  })

  it('is red about a file the Provider cannot reach and does not guess when it was not asked', () => {
    const value = [{ ...file, valid: false }]
    expect(check({ datasetFiles: { known: true, value } }, 'datasetFile')).toMatchObject({ level: 'red' })
    expect(check({ algorithmFiles: { known: false } }, 'algorithmFile')).toMatchObject({ level: 'unknown' })
  })
})
