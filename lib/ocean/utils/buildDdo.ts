import type { Address, Hex } from 'viem'
import type { ComputeOptions, Credentials, Ddo, TrustedAlgorithm } from '../types/asset'
import type { AssetDraft, ServiceDraft } from '../types/draft'
import { getDid } from './getDid'

/** The services a draft amounts to, in the order that becomes their index on chain. */
export function getServiceDrafts(draft: AssetDraft): (ServiceDraft & { id: string })[] {
  const fallback: ServiceDraft[] =
    draft.type === 'algorithm'
      ? [{ type: 'access' }]
      : [{ type: 'access' }, { type: 'compute', compute: draft.compute }]
  return (draft.services ?? fallback).map((service, index) => ({ ...service, id: String(index) }))
}

export type BuildDdoParameters = {
  draft: AssetDraft
  chainId: number
  account: Address
  dataNft: Address
  datatoken: Address
  providerUrl: string
  /** Ciphertext per service. */
  files: readonly Hex[]
  /** Pinned algorithms per service. */
  trusted: readonly (readonly TrustedAlgorithm[])[]
  /** ISO 8601. */
  created: string
}

/**
 * The document of a new asset, version 4.1.0, keys in the order other clients write them.
 *
 * - Source: provider-aquarius specification 10
 */
export function buildDdo(parameters: BuildDdoParameters): Ddo {
  const { draft, chainId, account, dataNft, datatoken, providerUrl, files, trusted, created } = parameters
  return {
    '@context': ['https://w3id.org/did/v1'],
    id: getDid(dataNft, chainId),
    version: '4.1.0',
    chainId,
    nftAddress: dataNft,
    metadata: {
      created,
      updated: created,
      description: draft.description || draft.name,
      name: draft.name,
      type: draft.type,
      author: draft.author || account.slice(0, 7),
      license: draft.license || 'CC0: PublicDomain',
      ...definedOnly({
        tags: draft.tags,
        categories: draft.categories,
        links: draft.links,
        copyrightHolder: draft.copyrightHolder,
        contentLanguage: draft.contentLanguage,
        additionalInformation: draft.additionalInformation,
        algorithm: draft.type === 'algorithm' ? draft.algorithm : undefined,
      }),
    },
    credentials: buildCredentials(draft.credentials),
    services: getServiceDrafts(draft).map((service, index) => ({
      ...(service.type === 'compute' ? { compute: buildCompute(service, trusted[index] ?? []) } : {}),
      name: service.name ?? (service.type === 'access' ? 'Download service' : 'Compute service'),
      description: service.description ?? (service.type === 'access' ? 'Download service' : 'Compute service'),
      id: service.id,
      type: service.type,
      files: files[index] ?? '0x',
      datatokenAddress: datatoken,
      serviceEndpoint: providerUrl,
      timeout: service.timeout ?? draft.timeout ?? 3_600,
      ...definedOnly({ consumerParameters: service.consumerParameters }),
    })),
  }
}

function buildCompute({ compute }: ServiceDraft, trusted: readonly TrustedAlgorithm[]): ComputeOptions {
  return {
    allowRawAlgorithm: compute?.allowRawAlgorithm ?? false,
    allowNetworkAccess: compute?.allowNetworkAccess ?? false,
    publisherTrustedAlgorithms: [...trusted],
    publisherTrustedAlgorithmPublishers: [...(compute?.trustedPublishers ?? [])],
  }
}

/** Access lists as the document holds them; empty lists restrict nobody. */
export function buildCredentials(credentials: AssetDraft['credentials']): Credentials {
  const rule = (values: readonly Address[] | undefined) =>
    values && values.length > 0 ? [{ type: 'address', values: [...values] }] : []
  return { allow: rule(credentials?.allow), deny: rule(credentials?.deny) }
}

/** The same object without the keys that have no value. */
function definedOnly<T extends Record<string, unknown>>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as Partial<T>
}
