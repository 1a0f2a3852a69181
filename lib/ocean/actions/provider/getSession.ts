import type { OceanClient, Session } from '../../types/client'

export type GetSessionParameters = { providerUrl?: string | undefined; address?: string | undefined }

/** The account's token at a Provider, unless there is none or it ends within a minute. Nothing is asked of anybody. */
export function getSession(
  client: OceanClient,
  { providerUrl, address }: GetSessionParameters = {},
): Session | undefined {
  const owner = address ?? client.walletClient?.account?.address
  if (!owner) return undefined
  const key = { providerUrl: (providerUrl ?? client.network.providerUrl).replace(/\/+$/, ''), address: owner }
  const session = client.sessions.get(key)
  if (!session) return undefined
  if (session.expiresAt > Date.now() / 1000 + 60) return session
  client.sessions.delete(key)
  return undefined
}
