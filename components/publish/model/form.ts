import type { ConsumerParameter } from '@/lib/ocean'

export type FileForm = {
  type: 'url' | 'ipfs' | 'arweave' | 'graphql' | 'smartcontract'
  /** Address of the file, the GraphQL endpoint, or the contract. */
  location: string
  method: 'get' | 'post'
  headers: { name: string; value: string }[]
  /** GraphQL query. */
  query: string
  /** JSON of the contract function to read. */
  abi: string
}

export type PricingForm = {
  type: 'none' | 'free' | 'fixed'
  /** Whole tokens, as typed. */
  price: string
  baseToken: string
  /** Percent, as typed. */
  marketFee: string
  marketFeeCollector: string
}

export type ContainerForm = { preset: string; image: string; tag: string; entrypoint: string; checksum: string }

export type ComputeForm = {
  allowRawAlgorithm: boolean
  allowNetworkAccess: boolean
  trustedAlgorithms: string[]
  trustedPublishers: string[]
}

/** One way to use an asset; all services of an asset share its access token. */
export type ServiceForm = {
  type: 'access' | 'compute'
  /** Left empty: named by its type. */
  name: string
  /** Left out: the asset's file. */
  file?: FileForm | undefined
  /** Seconds an order lasts; left out: as the asset says. */
  timeout?: number | undefined
}

/** What people fill in for one asset. Texts as typed: numbers and addresses are checked when the draft is built. */
export type AssetForm = {
  type: 'dataset' | 'algorithm'
  name: string
  description: string
  author: string
  license: string
  tags: string[]
  links: string[]
  file: FileForm
  services: ServiceForm[]
  /** Seconds an order lasts; 0 is for ever. */
  timeout: number
  pricing: PricingForm
  allow: string[]
  deny: string[]
  parameters: ConsumerParameter[]
  compute: ComputeForm
  container: ContainerForm
}

export type Published = { did: string; dataNft: string; datatoken: string; transactionHash: string; name: string }

/** The whole page: kept in the browser until it is published or discarded. */
export type PublishForm = {
  what: 'dataset' | 'algorithm' | 'both'
  dataset: AssetForm
  algorithm: AssetForm
  /** Through Multicall3 where the wallet cannot bundle calls itself. */
  oneTransaction?: true | undefined
  /** What of it is on chain already. */
  published: { dataset?: Published | undefined; algorithm?: Published | undefined }
}

const day = 86_400

/** The time limits offered, in seconds. */
export const timeouts = [3_600, day, 7 * day, 30 * day, 365 * day, 0] as const

export function emptyFileForm(): FileForm {
  return { type: 'url', location: '', method: 'get', headers: [], query: '', abi: '' }
}

/** The services an asset has unless its publisher says otherwise. */
export function standardServices(type: AssetForm['type']): ServiceForm[] {
  const access: ServiceForm = { type: 'access', name: '' }
  return type === 'dataset' ? [access, { type: 'compute', name: '' }] : [access]
}

export function emptyAssetForm(type: AssetForm['type']): AssetForm {
  return {
    type,
    name: '',
    description: '',
    author: '',
    license: '',
    tags: [],
    links: [],
    file: emptyFileForm(),
    services: standardServices(type),
    timeout: day,
    pricing: { type: 'none', price: '', baseToken: '', marketFee: '', marketFeeCollector: '' },
    allow: [],
    deny: [],
    parameters: [],
    compute: { allowRawAlgorithm: false, allowNetworkAccess: false, trustedAlgorithms: [], trustedPublishers: [] },
    container: { preset: 'branin', image: '', tag: '', entrypoint: '', checksum: '' },
  }
}

export function emptyPublishForm(): PublishForm {
  return { what: 'dataset', dataset: emptyAssetForm('dataset'), algorithm: emptyAssetForm('algorithm'), published: {} }
}
