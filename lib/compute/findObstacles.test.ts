import { describe, expect, it } from 'vitest'
import { algorithmFixture, datasetFixture } from '@/lib/asset/assets.fixture'
import { findObstacles } from './findObstacles'

const algorithm = algorithmFixture()
const entry = { did: algorithm.id, filesChecksum: '', containerSectionChecksum: '' }
const owner = algorithm.nft.owner

describe('findObstacles', () => {
  it('lets any published algorithm in while both lists are empty', () => {
    expect(findObstacles({ dataset: datasetFixture(), algorithm })).toEqual([])
  })

  it('wants the algorithm on a list that holds something', () => {
    const other = { ...entry, did: `did:op:${'b'.repeat(64)}` }
    const dataset = datasetFixture({ publisherTrustedAlgorithms: [other] })
    expect(findObstacles({ dataset, algorithm })).toEqual(['algorithmNotTrusted'])
    expect(
      findObstacles({ dataset: datasetFixture({ publisherTrustedAlgorithms: [other, entry] }), algorithm }),
    ).toEqual([])
  })

  it('wants both lists to agree, and the publisher in the exact casing the Provider compares', () => {
    const both = { publisherTrustedAlgorithms: [entry], publisherTrustedAlgorithmPublishers: [owner] }
    expect(findObstacles({ dataset: datasetFixture(both), algorithm })).toEqual([])
    const lower = { ...both, publisherTrustedAlgorithmPublishers: [owner.toLowerCase()] }
    expect(findObstacles({ dataset: datasetFixture(lower), algorithm })).toEqual(['publisherNotTrusted'])
  })

  it('names what is wrong with the two assets themselves', () => {
    const dataset = datasetFixture()
    const revoked = { ...dataset, nft: { ...dataset.nft, state: 3 as const }, services: dataset.services.slice(0, 1) }
    expect(findObstacles({ dataset: revoked, algorithm: dataset })).toEqual([
      'datasetState',
      'noComputeService',
      'notAlgorithm',
      'noContainer',
    ])
  })

  it('goes by the access lists when it knows who asks', () => {
    const dataset = { ...datasetFixture(), credentials: { deny: [{ type: 'address', values: [owner] }] } }
    expect(findObstacles({ dataset, algorithm })).toEqual([])
    expect(findObstacles({ dataset, algorithm, account: owner.toLowerCase() })).toEqual(['datasetCredentials'])
    const allowing = {
      ...dataset,
      credentials: { ...dataset.credentials, allow: [{ type: 'address', values: [owner] }] },
    }
    expect(findObstacles({ dataset: allowing, algorithm, account: owner })).toEqual([])
  })

  it('refuses a private algorithm whose files another Provider holds', () => {
    const service = { ...algorithm.services[0], type: 'compute', serviceEndpoint: 'http://elsewhere' } as const
    const elsewhere = { ...algorithm, services: [service as (typeof algorithm.services)[number]] }
    expect(findObstacles({ dataset: datasetFixture(), algorithm: elsewhere })).toEqual(['privateElsewhere'])
  })
})
