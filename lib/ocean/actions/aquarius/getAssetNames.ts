import { parseBody } from '../../clients/parseBody'
import { request } from '../../clients/request'
import { ServiceFailedError } from '../../errors/HttpError'
import { namesSchema } from '../../schemas/aquariusSchemas'
import type { OceanClient } from '../../types/client'

export type GetAssetNamesParameters = { dids: readonly string[]; signal?: AbortSignal | undefined }
/** Names by DID; unknown assets are left out. */
export type GetAssetNamesReturnType = Record<string, string>

/**
 * Reads the names of several assets at once.
 *
 * - HTTP: `POST /api/aquarius/assets/names`
 * - Source: provider-aquarius specification 9.1
 */
export async function getAssetNames(
  client: OceanClient,
  { dids, signal }: GetAssetNamesParameters,
): Promise<GetAssetNamesReturnType> {
  if (dids.length === 0) return {}
  const url = `${client.network.aquariusUrl}/api/aquarius/assets/names`
  const response = await request(client, {
    url,
    method: 'POST',
    body: { didList: [...new Set(dids)] },
    repeatable: true,
    signal,
  })
  if (response.status !== 200)
    throw new ServiceFailedError('The metadata cache could not name the assets.', { url, status: response.status })
  return Object.fromEntries(Object.entries(parseBody(response, namesSchema)).filter(([, name]) => name !== ''))
}
