import type { Address } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { signText } from '../../clients/signText'
import { tokenSchema } from '../../schemas/providerSchemas'
import type { OceanClient, Session } from '../../types/client'
import type { ProviderRoot } from '../../types/provider'
import { getNonce } from './getNonce'

export type IssueTokenParameters = {
  root: ProviderRoot
  address: Address
  /** Unix seconds. Default: in eight hours. */
  expiresAt?: number | undefined
  signal?: AbortSignal | undefined
}

/** Opens a session where the Provider offers it, with one signature. The caller holds the queue of the account. */
export async function issueToken(client: OceanClient, parameters: IssueTokenParameters): Promise<Session | undefined> {
  const { root, address, signal, expiresAt = Math.floor(Date.now() / 1000) + 8 * 3600 } = parameters
  if (!root.endpoints.create_auth_token) return undefined
  const nonce = String((await getNonce(client, { providerUrl: root.url, address, signal })) + 1n)
  const signature = await signText(client, `${address}${nonce}`)
  const query = { address, expiration: expiresAt, nonce, signature }
  const response = await callProvider(client, { providerUrl: root.url, endpoint: 'create_auth_token', query, signal })
  const session = { token: parseBody(response, tokenSchema).token, expiresAt }
  client.sessions.set({ providerUrl: root.url, address }, session)
  return session
}
