import type { Hex } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { readFile } from '../../clients/readFile'
import type { OceanClient } from '../../types/client'
import type { DownloadedFile } from '../../types/provider'
import { withAuthorization } from './withAuthorization'

export type DownloadFileParameters = {
  providerUrl?: string | undefined
  did: string
  serviceId: string
  /** The order that pays for it. */
  transferTxId: Hex
  /** Default 0. */
  fileIndex?: number | undefined
  /** Default 256 MiB. */
  maxBytes?: number | undefined
  /** Milliseconds. Default five minutes. */
  timeout?: number | undefined
  signal?: AbortSignal | undefined
}

/**
 * Downloads a file of an access service. Asks for a signature unless a session is open.
 *
 * - HTTP: `GET download`
 * - Source: provider-aquarius specification 4.5
 */
export async function downloadFile(client: OceanClient, parameters: DownloadFileParameters): Promise<DownloadedFile> {
  const {
    providerUrl,
    did,
    serviceId,
    transferTxId,
    fileIndex = 0,
    maxBytes = 256 * 1024 * 1024,
    timeout = 300_000,
    signal,
  } = parameters
  return withAuthorization(client, {
    providerUrl,
    signal,
    text: (_address, nonce) => `${did}${nonce}`,
    send: async ({ address, nonce, signature, headers }) => {
      const query = { documentId: did, serviceId, consumerAddress: address, transferTxId, fileIndex, nonce, signature }
      return readFile(
        await callProvider(client, { providerUrl, endpoint: 'download', query, headers, maxBytes, timeout, signal }),
      )
    },
  })
}
