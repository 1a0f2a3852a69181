import { type Address, type Hex, sha256 } from 'viem'
import { z } from 'zod/mini'
import { parseBody, readJson } from '../../clients/parseBody'
import { request } from '../../clients/request'
import { AssetInvalidError } from '../../errors/AssetError'
import { ServiceFailedError, UnexpectedResponseError } from '../../errors/HttpError'
import { proofSchema } from '../../schemas/aquariusSchemas'
import type { OceanClient } from '../../types/client'

export type ValidateAssetParameters = {
  /** The document, exactly as it will be hashed and stored. */
  bytes: Uint8Array
  signal?: AbortSignal | undefined
}
export type ValidateAssetReturnType = {
  hash: Hex
  proof: { validatorAddress: Address; v: number; r: Hex; s: Hex } | undefined
}

/**
 * Has the metadata cache check a document and sign its hash.
 *
 * - HTTP: `POST /api/aquarius/assets/ddo/validate`
 * - Source: provider-aquarius specification 9.2
 *
 * @returns SHA-256 of the bytes; no proof when the cache holds no key.
 * @throws {AssetInvalidError} with the faults by field.
 */
export async function validateAsset(
  client: OceanClient,
  { bytes, signal }: ValidateAssetParameters,
): Promise<ValidateAssetReturnType> {
  const url = `${client.network.aquariusUrl}/api/aquarius/assets/ddo/validate`
  const response = await request(client, { url, method: 'POST', body: bytes, repeatable: true, signal })
  const hash = sha256(bytes)
  if (response.status === 400) throw new AssetInvalidError({ faults: readFaults(readJson(response)) })
  if (response.status !== 200)
    throw new ServiceFailedError('The metadata cache could not check the asset.', { url, status: response.status })
  const body = readJson(response)
  if (z.safeParse(unsignedSchema, body).success) return { hash, proof: undefined }
  const { hash: signed, publicKey, r, s, v } = parseBody(response, proofSchema)
  if (signed.toLowerCase() !== hash || !r || !s) {
    throw new UnexpectedResponseError('The metadata cache signed another document.', { url, status: response.status })
  }
  return { hash, proof: { validatorAddress: publicKey, v, r, s } }
}

const unsignedSchema = z.looseObject({ hash: z.literal('') })
const faultsSchema = z.looseObject({ errors: z.record(z.string(), z.unknown()) })

function readFaults(body: unknown): Record<string, string> {
  const parsed = z.safeParse(faultsSchema, body)
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  if (parsed.success)
    return Object.fromEntries(Object.entries(parsed.data.errors).map(([field, fault]) => [field, text(fault)]))
  return { document: text(body) }
}
