import type { Address } from 'viem'

type BuildDdo = { nft: Address; datatoken: Address; did: string; chainId: number; name: string; metadata?: object }

type Service = Record<string, unknown> & { compute?: object }

/** A valid dataset with an access and a compute service. */
export function buildDdo({ nft, datatoken, did, chainId, name, metadata = {} }: BuildDdo) {
  const service = {
    datatokenAddress: datatoken,
    serviceEndpoint: 'http://127.0.0.1:8030',
    files: '0x1234',
    timeout: 3600,
  }
  return {
    '@context': ['https://w3id.org/did/v1'],
    id: did,
    version: '4.1.0',
    chainId,
    nftAddress: nft,
    metadata: {
      created: '2024-05-01T10:00:00.000Z',
      updated: '2024-05-01T10:00:00.000Z',
      description: `All about ${name}`,
      name,
      type: 'dataset',
      author: 'Ada',
      license: 'CC0: PublicDomain',
      ...metadata,
    },
    credentials: { allow: [], deny: [] },
    services: [
      { id: '0', type: 'access', name: 'Download service', description: 'Download service', ...service },
      {
        ...{ id: '1', type: 'compute', name: 'Compute service', description: 'Compute service', ...service },
        compute: {
          ...{ allowRawAlgorithm: false, allowNetworkAccess: true },
          ...{ publisherTrustedAlgorithms: [], publisherTrustedAlgorithmPublishers: [] },
        },
      },
    ] as Service[],
  }
}
