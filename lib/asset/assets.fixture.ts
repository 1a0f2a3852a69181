import type { Asset, ComputeOptions } from '@/lib/ocean'

const alice = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e'
const event = { tx: '0x01', block: 1, from: alice, contract: alice, datetime: '2026-01-01T00:00:00' } as const

function base(id: string, type: 'dataset' | 'algorithm'): Omit<Asset, 'services'> {
  return {
    '@context': ['https://w3id.org/did/v1'],
    id,
    version: '4.1.0',
    chainId: 8996,
    nftAddress: alice,
    metadata: { name: type, description: '', type, author: 'Alice', license: 'CC0' },
    nft: { address: alice, name: type, symbol: type, state: 0, owner: alice, created: '2026-01-01T00:00:00' },
    datatokens: [],
    event,
    stats: { orders: 0, allocated: 0, price: {} },
    purgatory: { state: false },
  }
}

const service = {
  files: '0x00',
  datatokenAddress: alice,
  serviceEndpoint: 'http://127.0.0.1:8030',
  timeout: 3600,
} as const

/** A dataset of the tutorial's shape: access service `0`, compute service `1`. */
export function datasetFixture(options: Partial<ComputeOptions> = {}): Asset {
  const compute: ComputeOptions = {
    allowRawAlgorithm: false,
    allowNetworkAccess: true,
    publisherTrustedAlgorithms: [],
    publisherTrustedAlgorithmPublishers: [],
    ...options,
  }
  return {
    ...base(`did:op:${'d'.repeat(64)}`, 'dataset'),
    services: [
      { ...service, id: '0', type: 'access' },
      { ...service, id: '1', type: 'compute', compute },
    ],
  }
}

/** An algorithm with a pinned container. */
export function algorithmFixture(): Asset {
  const asset = base(`did:op:${'a'.repeat(64)}`, 'algorithm')
  const container = { entrypoint: 'python $ALGO', image: 'python', tag: '3', checksum: `sha256:${'1'.repeat(64)}` }
  return {
    ...asset,
    metadata: { ...asset.metadata, algorithm: { container } },
    services: [{ ...service, id: '0', type: 'access' }],
  }
}
