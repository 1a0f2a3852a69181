import type { Address, Hash } from 'viem'
import { OceanError, type OceanErrorOptions } from './OceanError'

/** About one asset or its document. */
export class AssetError extends OceanError {
  override name = 'AssetError'
  readonly did: string | undefined

  constructor(shortMessage: string, { did, ...options }: OceanErrorOptions & { did?: string | undefined }) {
    super(shortMessage, {
      ...options,
      metaMessages: [...(did ? [`Asset: ${did}`] : []), ...(options.metaMessages ?? [])],
    })
    this.did = did
  }
}

export class AssetNotFoundError extends AssetError {
  override name = 'AssetNotFoundError'

  constructor({ did, cause }: { did: string; cause?: unknown }) {
    super('The metadata cache does not know this asset.', { did, cause })
  }
}

/** What the metadata cache says of an asset cannot be true. */
export class AssetMismatchError extends AssetError {
  override name = 'AssetMismatchError'

  constructor({ did, mismatch }: { did: string; mismatch: string }) {
    super('The metadata cache describes another asset than was asked for.', {
      did,
      metaMessages: [`Disagreement: ${mismatch}`, 'Nothing was sent. Report it to whoever runs the metadata cache.'],
    })
  }
}

/** Published in one transaction, after which the helper contract should have no rights left, and has. */
export class HelperRightsError extends AssetError {
  override name = 'HelperRightsError'

  constructor({ did }: { did: string }) {
    super('A helper contract has kept rights on the asset.', {
      did,
      metaMessages: ['Do not sell or use it. Publish again, in two transactions.'],
    })
  }
}

/** The owner has withdrawn the asset. */
export class AssetUnavailableError extends AssetError {
  override name = 'AssetUnavailableError'
  readonly state: number
  /** The asset's data NFT, by which its owner can restore it; only when the cache names the one the DID is made of. */
  readonly dataNft: Address | undefined

  constructor({ did, state, dataNft }: { did: string; state: number; dataNft?: Address | undefined }) {
    super('The asset has been withdrawn by its owner.', { did, metaMessages: [`State: ${state}`] })
    this.state = state
    this.dataNft = dataNft
  }
}

/** Published on chain, but the metadata cache has not caught up. */
export class AssetNotIndexedError extends AssetError {
  override name = 'AssetNotIndexedError'

  constructor({ did, transactionHash, cause }: { did: string; transactionHash?: Hash | undefined; cause?: unknown }) {
    super('The metadata cache has not caught up with the chain.', {
      did,
      cause,
      metaMessages: [
        ...(transactionHash ? [`Transaction: ${transactionHash}`] : []),
        'What was published stays published. Wait a little and look again.',
      ],
    })
  }
}

/** The metadata cache found faults in a document. */
export class AssetInvalidError extends AssetError {
  override name = 'AssetInvalidError'
  readonly faults: Readonly<Record<string, string>>

  constructor({ did, faults, cause }: { did?: string | undefined; faults: Record<string, string>; cause?: unknown }) {
    super('The asset description is not valid.', {
      did,
      cause,
      metaMessages: Object.entries(faults).map(([field, fault]) => `${field}: ${fault}`),
    })
    this.faults = faults
  }
}

export class ServiceNotFoundError extends AssetError {
  override name = 'ServiceNotFoundError'

  constructor({ did, serviceId }: { did: string; serviceId: string }) {
    super('The asset has no such service.', { did, metaMessages: [`Service: ${serviceId}`] })
  }
}

/** A file cannot be fetched by the Provider. */
export class FileUnreachableError extends AssetError {
  override name = 'FileUnreachableError'
}

/** Without a checksum an algorithm could change unnoticed, so nothing is written. */
export class ChecksumMissingError extends AssetError {
  override name = 'ChecksumMissingError'

  constructor({ did, index }: { did: string; index: number | undefined }) {
    super('The Provider gave no checksum for a file of the algorithm.', {
      did,
      metaMessages: [
        ...(index === undefined ? [] : [`File: ${index}`]),
        'It may be unreachable, or larger than the Provider is willing to hash. The list was not changed.',
      ],
    })
  }
}
