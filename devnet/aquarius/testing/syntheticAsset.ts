import { createHash } from 'node:crypto'
import { createRandom } from './createRandom'

const syllables = ['ba', 'co', 'di', 'fe', 'gu', 'ha', 'ki', 'lo', 'mu', 'ne', 'pi', 'ra', 'so', 'tu', 've', 'zo']
const tags = ['image', 'finance', 'health', 'weather', 'text', 'speech', 'traffic', 'energy', 'genome', 'satellite']
const chainId = 8996

/** Word number `rank` of an invented language; low ranks are common, as in real text. */
export function syntheticWord(rank: number): string {
  let word = ''
  for (let rest = rank; ; rest = Math.floor(rest / syllables.length) - 1) {
    word += syllables[rest % syllables.length]
    if (rest < syllables.length) return word
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const addressOf = (seed: string) => `0x${hashOf(seed).slice(0, 40)}`

/** An enriched DDO as the indexer stores them, the same for the same number in every run. */
export function syntheticAsset(number: number): { did: string; nft: string; document: string } {
  const random = createRandom(number * 2_654_435_761)
  const address = (what: string) => addressOf(`${what} ${number}`)
  const words = (count: number) =>
    Array.from({ length: count }, () => syntheticWord(Math.floor(20_000 * (random.below(1000) / 1000) ** 4))).join(' ')
  const nft = address('nft')
  const did = `did:op:${hashOf(`${nft}${chainId}`)}`
  const datatoken = address('datatoken')
  const type = random.chance(0.3) ? 'algorithm' : 'dataset'
  const name = words(4)
  const created = new Date(1_600_000_000_000 + number * 600_000).toISOString().slice(0, 19)
  const orders = Math.floor(200 * (random.below(1000) / 1000) ** 6)
  const service = {
    datatokenAddress: datatoken,
    serviceEndpoint: 'http://127.0.0.1:8030',
    files: `0x${'ab'.repeat(200)}`,
    timeout: 3600,
  }
  const document = {
    '@context': ['https://w3id.org/did/v1'],
    ...{ id: did, version: '4.1.0', chainId, nftAddress: nft },
    metadata: {
      ...{ created: `${created}Z`, updated: `${created}Z`, name, type, author: words(1), license: 'CC0: PublicDomain' },
      ...{ description: words(60), tags: random.some(tags, 3) },
    },
    credentials: { allow: [], deny: [] },
    services: [
      { id: '0', type: 'access', name: 'Download service', description: 'Download service', ...service },
      {
        ...{ id: '1', type: 'compute', name: 'Compute service', description: 'Compute service', ...service },
        compute: {
          ...{ allowRawAlgorithm: false, allowNetworkAccess: true, publisherTrustedAlgorithmPublishers: [] },
          publisherTrustedAlgorithms: [
            {
              did: `did:op:${hashOf(`algorithm ${number % 50}`)}`,
              filesChecksum: 'a',
              containerSectionChecksum: 'b',
            },
          ],
        },
      },
    ],
    event: {
      tx: `0x${hashOf(`tx ${number}`)}`,
      block: number,
      from: address('owner'),
      contract: nft,
      datetime: created,
    },
    nft: {
      address: nft,
      name,
      symbol: 'NFT',
      state: random.chance(0.05) ? 5 : 0,
      tokenURI: 'data:,',
      owner: addressOf(`owner ${number % 300}`),
      created,
    },
    datatokens: ['0', '1'].map((serviceId) => ({ address: datatoken, name: `${name}: DT1`, symbol: 'DT1', serviceId })),
    stats: { allocated: 0, orders, price: random.chance(0.5) ? { value: random.below(100) / 10 } : {} },
    purgatory: { state: false },
  }
  return { did, nft, document: JSON.stringify(document) }
}
