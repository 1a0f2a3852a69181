import type { Hash } from 'viem'
import { AssetNotFoundError, AssetNotIndexedError } from '../../errors/AssetError'
import { ServiceFailedError, ServiceUnreachableError } from '../../errors/HttpError'
import type { Asset } from '../../types/asset'
import type { OceanClient } from '../../types/client'
import { sleep } from '../../utils/sleep'
import { getAsset } from './getAsset'

export type WaitForAssetParameters = {
  did: string
  /** Waits for the version this transaction wrote, or a later one. */
  transactionHash?: Hash | undefined
  /** Block of `transactionHash`; lets a later version count. */
  blockNumber?: bigint | undefined
  /** Milliseconds before giving up. Default `60_000`. */
  timeout?: number | undefined
  signal?: AbortSignal | undefined
}
export type WaitForAssetReturnType = Asset

/**
 * Waits until the metadata cache serves the asset, or the version written by `transactionHash`.
 *
 * - HTTP: `GET /api/aquarius/assets/ddo/{did}` every `client.pollingInterval` ms
 * - Source: provider-aquarius specification 9.6
 *
 * @throws {AssetNotIndexedError} when `timeout` passes first.
 */
export async function waitForAsset(
  client: OceanClient,
  { did, transactionHash, blockNumber, timeout = 60_000, signal }: WaitForAssetParameters,
): Promise<WaitForAssetReturnType> {
  const end = Date.now() + timeout
  let cause: unknown
  for (;;) {
    try {
      const asset = await getAsset(client, { did, signal })
      const later = blockNumber !== undefined && BigInt(asset.event.block) > blockNumber
      if (!transactionHash || later || asset.event.tx.toLowerCase() === transactionHash.toLowerCase()) return asset
      cause = undefined
    } catch (error) {
      const passing = [AssetNotFoundError, ServiceFailedError, ServiceUnreachableError].some(
        (type) => error instanceof type,
      )
      if (!passing) throw error
      cause = error
    }
    if (Date.now() >= end) throw new AssetNotIndexedError({ did, transactionHash, cause })
    await sleep(client.pollingInterval, signal)
  }
}
