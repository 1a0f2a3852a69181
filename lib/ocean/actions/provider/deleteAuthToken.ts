import { callProvider } from '../../clients/callProvider'
import { enqueue } from '../../clients/enqueue'
import { getProviderRoot } from '../../clients/getProviderRoot'
import { requireWallet } from '../../clients/requireWallet'
import { signText } from '../../clients/signText'
import type { OceanClient } from '../../types/client'
import { getNonce } from './getNonce'

export type DeleteAuthTokenParameters = { providerUrl?: string | undefined; signal?: AbortSignal | undefined }

/**
 * Ends the session here and has the Provider revoke its token. One signature; none when there is no session.
 *
 * - HTTP: `DELETE deleteAuthToken`
 * - Source: provider-aquarius specification 2.5
 */
export async function deleteAuthToken(
  client: OceanClient,
  { providerUrl, signal }: DeleteAuthTokenParameters = {},
): Promise<void> {
  const root = await getProviderRoot(client, { providerUrl, signal })
  const { address } = (await requireWallet(client)).account
  const key = { providerUrl: root.url, address }
  await enqueue(client, `${root.url} ${address}`, async () => {
    const session = client.sessions.get(key)
    if (!session) return
    const nonce = String((await getNonce(client, { providerUrl: root.url, address, signal })) + 1n)
    const signature = await signText(client, `${address}${nonce}`)
    const body = { address, token: session.token, nonce, signature }
    await callProvider(client, { providerUrl: root.url, endpoint: 'delete_auth_token', body, signal })
    client.sessions.delete(key)
  })
}
