import { describe, expect, it } from 'vitest'
import { algorithmFixture, datasetFixture } from '@/lib/asset/assets.fixture'
import { assessRun } from './assessRun'
import { algorithm, bob, checkOf, environment, file, good, owner, sum } from './runFacts.fixture'
import { summariseChecks } from './summariseChecks'

describe('assessRun', () => {
  it('is green all over when nothing stands in the way', () => {
    const checks = assessRun(good)
    expect(checks).toHaveLength(15)
    expect(checks.filter(({ fix }) => fix !== undefined)).toEqual([])
    expect(summariseChecks(checks)).toBe('green')
  })

  it('offers something to do for whatever is red', () => {
    const checks = assessRun({
      ...good,
      account: undefined,
      algorithm: { ...algorithm, nft: { ...algorithm.nft, state: 3 as const } },
      datasetFiles: { known: true, value: [] },
      environment: undefined,
    })
    const red = checks.filter(({ level }) => level === 'red')
    expect(red.map(({ id }) => id)).toEqual(expect.arrayContaining(['wallet', 'allowed', 'datasetFile', 'environment']))
    expect(red.filter(({ fix }) => fix === undefined)).toEqual([])
  })

  it('asks to connect, and to switch when the wallet is on another chain', () => {
    expect(checkOf('wallet', { account: undefined })).toMatchObject({ level: 'red', fix: 'connect' })
    expect(checkOf('chain', { account: undefined })).toMatchObject({ level: 'unknown', finding: 'unconnected' })
    expect(checkOf('chain', { walletChainId: 1 })).toMatchObject({ level: 'red', finding: 'wrong', fix: 'switchChain' })
  })

  it('tells which part of the algorithm changed and lets only the owner repair it', () => {
    const live = (files: string, container: string) =>
      ({ known: true, value: { filesChecksum: files, containerSectionChecksum: container } }) as const
    const found = (files: string, container: string) => checkOf('checksum', { liveChecksums: live(files, container) })
    expect(found('x', sum)).toMatchObject({ level: 'red', finding: 'filesChanged', fix: 'askOwner' })
    expect(found(sum, 'x')).toMatchObject({ level: 'red', finding: 'containerChanged' })
    expect(found('x', 'x')).toMatchObject({ level: 'red', finding: 'bothChanged' })
    expect(checkOf('checksum', { liveChecksums: live('x', sum), account: owner })).toMatchObject({ fix: 'allow' })
  })

  it('calls a checksum that could not be fetched unknown, never the same', () => {
    expect(checkOf('checksum', { liveChecksums: { known: false } })).toMatchObject({ level: 'unknown', fix: 'retry' })
  })

  it('does not ask for a checksum where the dataset pins none', () => {
    const dataset = datasetFixture()
    expect(checkOf('checksum', { dataset })).toMatchObject({ finding: 'unpinned', level: 'green' })
    expect(checkOf('allowed', { dataset })).toMatchObject({ finding: 'anyPublished', level: 'green' })
  })

  it('sends whoever may not run to the side that can change it', () => {
    const dataset = datasetFixture({
      publisherTrustedAlgorithms: [{ did: 'did:op:0', filesChecksum: sum, containerSectionChecksum: sum }],
    })
    expect(checkOf('allowed', { dataset })).toMatchObject({ level: 'red', fix: 'askOwner', whose: 'dataset' })
    expect(checkOf('allowed', { dataset, account: owner })).toMatchObject({ level: 'red', fix: 'allow' })
    const revoked = { ...algorithm, nft: { ...algorithm.nft, state: 3 as const } }
    expect(checkOf('allowed', { algorithm: revoked })).toMatchObject({ fix: 'askOwner', whose: 'algorithm' })
    expect(checkOf('allowed', { algorithm: revoked, account: owner })).toMatchObject({
      fix: 'edit',
      whose: 'algorithm',
    })
    const banned = { ...algorithm, purgatory: { state: true, reason: 'x' } as const }
    expect(checkOf('allowed', { algorithm: banned })).toMatchObject({ fix: 'chooseOther' })
    const only = { ...good.dataset, credentials: { allow: [{ type: 'address', values: [owner] }] } }
    expect(checkOf('allowed', { dataset: only, account: bob })).toMatchObject({
      obstacles: ['datasetCredentials'],
      fix: 'askOwner',
    })
  })

  it('says that two Providers have to answer', () => {
    const elsewhere = algorithmFixture()
    const [service] = elsewhere.services
    if (service) elsewhere.services = [{ ...service, serviceEndpoint: 'http://127.0.0.1:1' }]
    expect(checkOf('provider', { algorithm: elsewhere })).toMatchObject({ finding: 'different', level: 'amber' })
  })

  it('is red about a file the Provider cannot reach and does not guess when it was not asked', () => {
    const gone = { known: true, value: [{ ...file, valid: false }] } as const
    expect(checkOf('datasetFile', { datasetFiles: gone })).toMatchObject({ level: 'red', fix: 'askOwner' })
    expect(checkOf('algorithmFile', { algorithmFiles: gone, account: owner })).toMatchObject({
      level: 'red',
      fix: 'edit',
      whose: 'algorithm',
    })
    expect(checkOf('algorithmFile', { algorithmFiles: { known: false } })).toMatchObject({
      level: 'unknown',
      fix: 'retry',
    })
  })

  it('knows nothing of environments while the Provider is away, and blames nobody’s choice', () => {
    const away = { environments: { known: false, error: new Error('x') }, environment: undefined } as const
    expect(checkOf('environment', away)).toMatchObject({ finding: 'unknown', level: 'unknown', fix: 'retry' })
    expect(checkOf('retention', away)).toMatchObject({ finding: 'unknown', level: 'unknown' })
  })

  it('tells an environment that is missing, full, and with room apart, and names one that would do', () => {
    const other = { ...environment, id: 'other' }
    const environments = { known: true, value: [environment, other] } as const
    const full = { ...environment, currentJobs: 2 }
    expect(checkOf('environment', { environments, environment: undefined })).toMatchObject({
      ...{ finding: 'none', level: 'red', fix: 'chooseEnvironment', alternative: 'free' },
    })
    expect(checkOf('environment', { environments, environment: full })).toMatchObject({
      ...{ finding: 'full', level: 'amber', fix: 'chooseEnvironment', alternative: 'other' },
    })
    expect(checkOf('environment', { environment: full })?.alternative).toBeUndefined()
    expect(checkOf('environment', { environments: { known: true, value: [] }, environment: undefined })).toMatchObject({
      ...{ finding: 'nothingOffered', level: 'red', fix: 'chooseOther' },
    })
  })

  it('warns of results that go soon', () => {
    const keeping = (storageExpiry: number) => checkOf('retention', { environment: { ...environment, storageExpiry } })
    expect(keeping(60)).toMatchObject({ finding: 'short', level: 'amber' })
    expect(keeping(7 * 86_400)).toMatchObject({ finding: 'long', level: 'green' })
    expect(keeping(0)).toMatchObject({ finding: 'forever', level: 'green' })
  })
})
