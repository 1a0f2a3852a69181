import { getAddress, isAddress } from 'viem'
import { z } from 'zod/mini'
import { parseBody, readJson } from '../../clients/parseBody'
import { request } from '../../clients/request'
import { AssetMismatchError, AssetNotFoundError, AssetUnavailableError } from '../../errors/AssetError'
import { ServiceFailedError, UnexpectedResponseError } from '../../errors/HttpError'
import { assetSchema, withdrawnAssetSchema } from '../../schemas/assetSchemas'
import type { Asset } from '../../types/asset'
import type { OceanClient } from '../../types/client'
import { getDid } from '../../utils/getDid'

export type GetAssetParameters = { did: string; signal?: AbortSignal | undefined }
export type GetAssetReturnType = Asset

/**
 * Reads an asset from the metadata cache.
 *
 * - HTTP: `GET /api/aquarius/assets/ddo/{did}`
 * - Source: provider-aquarius specification 9.1, 9.5
 *
 * @throws {AssetNotFoundError} when the cache does not have it.
 * @throws {AssetUnavailableError} when its owner has withdrawn it.
 * @throws {AssetMismatchError} when what it has is another asset, or one of another chain.
 */
export async function getAsset(client: OceanClient, { did, signal }: GetAssetParameters): Promise<GetAssetReturnType> {
  const url = `${client.network.aquariusUrl}/api/aquarius/assets/ddo/${did}`
  const response = await request(client, { url, repeatable: true, signal })
  if (response.status === 404) throw new AssetNotFoundError({ did })
  if (response.status >= 500)
    throw new ServiceFailedError('The metadata cache failed.', { url, status: response.status })
  if (response.status !== 200)
    throw new UnexpectedResponseError('The metadata cache answered something unexpected.', {
      url,
      status: response.status,
    })
  const withdrawn = z.safeParse(withdrawnAssetSchema, readJson(response))
  if (withdrawn.success) {
    const { state, address } = withdrawn.data.nft
    const named = typeof address === 'string' && isAddress(address, { strict: false }) ? getAddress(address) : undefined
    const dataNft = named && getDid(named, client.network.chainId) === did ? named : undefined
    throw new AssetUnavailableError({ did, state, dataNft })
  }
  const asset = parseBody(response, assetSchema)
  const { chainId } = client.network
  const mismatch = (found: string) => new AssetMismatchError({ did, mismatch: found })
  if (asset.id !== did) throw mismatch(`identifier ${asset.id}`)
  if (asset.chainId !== chainId) throw mismatch(`chain ${asset.chainId}`)
  if (getDid(asset.nftAddress, chainId) !== did) throw mismatch(`data NFT ${asset.nftAddress}`)
  return asset
}
