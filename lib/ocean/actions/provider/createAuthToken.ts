import { enqueue } from '../../clients/enqueue'
import { getProviderRoot } from '../../clients/getProviderRoot'
import { requireWallet } from '../../clients/requireWallet'
import type { OceanClient, Session } from '../../types/client'
import { issueToken } from './issueToken'

export type CreateAuthTokenParameters = {
  providerUrl?: string | undefined
  /** Unix seconds. Default: in eight hours. */
  expiresAt?: number | undefined
  signal?: AbortSignal | undefined
}
/** `undefined` when the Provider issues no tokens and every request has to be signed. */
export type CreateAuthTokenReturnType = Session | undefined

/**
 * Opens a session: one signature which stands for those of all later requests to this Provider, until it expires.
 *
 * - HTTP: `GET createAuthToken`
 * - Source: provider-aquarius specification 2.5
 */
export async function createAuthToken(
  client: OceanClient,
  parameters: CreateAuthTokenParameters = {},
): Promise<CreateAuthTokenReturnType> {
  const root = await getProviderRoot(client, parameters)
  const { address } = (await requireWallet(client)).account
  const { expiresAt, signal } = parameters
  return enqueue(client, `${root.url} ${address}`, () => issueToken(client, { root, address, expiresAt, signal }))
}
