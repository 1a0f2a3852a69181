import { getAddress, isAddress } from 'viem'
import { getDid } from '@/lib/ocean/utils/getDid'
import { checkShape, isObject } from './checkShape'
import { isIsoDate } from './isIsoDate'
import { type SchemaVersion, schemaVersions, shapesFor } from './shapes'

export type DdoErrors = Record<string, string>

/** The document names a schema version that does not exist. */
export class UnknownSchemaVersionError extends Error {
  override name = 'UnknownSchemaVersionError'
  constructor(version: unknown) {
    super(`Can't find schema ${String(version)}`)
  }
}

/**
 * Checks a DDO by the rules of its own schema version, and that its id belongs to its chain and data NFT.
 *
 * - Source: provider-aquarius specification, section 10.5
 *
 * @returns A message per faulty property; empty when the document is valid.
 * @throws {UnknownSchemaVersionError} for any version other than 4.0.0, 4.1.0, 4.3.0 and 4.5.0.
 */
export function validateDdo(ddo: Record<string, unknown>): DdoErrors {
  const version = schemaVersions.find((known) => known === ddo.version)
  if (!version) throw new UnknownSchemaVersionError(ddo.version)
  const errors: DdoErrors = {}
  const context = ddo['@context']
  if (typeof context !== 'object' || context === null) errors['@context'] = 'Context is missing or invalid.'
  const { metadata, chainId, nftAddress } = ddo
  if (!isObject(metadata)) errors.metadata = 'Metadata is missing or invalid.'
  else checkDates(metadata, errors)
  if (chainId === undefined || chainId === null || chainId === '') errors.chainId = 'chainId is missing or invalid.'
  if (typeof nftAddress !== 'string' || !isAddress(nftAddress, { strict: false })) {
    errors.nftAddress = 'nftAddress is missing or invalid.'
  } else if (typeof chainId === 'number' && ddo.id !== getDid(getAddress(nftAddress), chainId)) {
    errors.id = 'did is not valid for chain Id and nft address'
  }
  collectShapeFaults({ ddo, version, errors })
  return errors
}

function collectShapeFaults(parameters: {
  ddo: Record<string, unknown>
  version: SchemaVersion
  errors: DdoErrors
}): void {
  const { ddo, version, errors } = parameters
  const collected: Record<string, string[]> = {}
  for (const { property, message } of checkShape({ shapes: shapesFor(version), shape: 'DDOShape', value: ddo })) {
    const messages = collected[property] ?? []
    messages.push(message)
    collected[property] = messages
  }
  for (const [property, messages] of Object.entries(collected)) errors[property] ??= messages.join('; ')
}

function checkDates(metadata: Record<string, unknown>, errors: DdoErrors): void {
  for (const attribute of ['created', 'updated']) {
    const value = metadata[attribute]
    if (value === undefined || value === null) continue
    if (typeof value !== 'string' || !isIsoDate(value)) errors.metadata = `${attribute} is not in iso format.`
  }
}
