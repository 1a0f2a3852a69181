import type { Address, Hex } from 'viem'
import { enqueue } from '../../clients/enqueue'
import { getProviderRoot } from '../../clients/getProviderRoot'
import { requireWallet } from '../../clients/requireWallet'
import { signText } from '../../clients/signText'
import { SignatureRejectedError } from '../../errors/HttpError'
import type { OceanClient } from '../../types/client'
import { getNonce } from './getNonce'
import { getSession } from './getSession'
import { issueToken } from './issueToken'

type Authorization = {
  /** In the casing that was signed. */
  address: Address
  /** Decimal text. */
  nonce: string
  /** Absent when a token stands for it. */
  signature: Hex | undefined
  headers: Record<string, string>
}

export type WithAuthorizationParameters<T> = {
  providerUrl?: string | undefined
  /** The text the Provider expects to be signed. */
  text: (address: Address, nonce: string) => string
  send: (authorization: Authorization) => Promise<T>
  signal?: AbortSignal | undefined
}

/**
 * Sends a request on behalf of the account, one at a time per Provider and account: with the session's token where the Provider
 * issues tokens (one prompt when there is none yet), else with a signature of its own.
 *
 * - Source: provider-aquarius specification 2
 */
export async function withAuthorization<T>(
  client: OceanClient,
  parameters: WithAuthorizationParameters<T>,
): Promise<T> {
  const { text, send, signal } = parameters
  const root = await getProviderRoot(client, { providerUrl: parameters.providerUrl, signal })
  const { address } = (await requireWallet(client)).account
  return enqueue(client, `${root.url} ${address}`, async () => {
    signal?.throwIfAborted()
    const session =
      getSession(client, { providerUrl: root.url }) ?? (await issueToken(client, { root, address, signal }))
    const nonce = String((await getNonce(client, { providerUrl: root.url, address, signal })) + 1n)
    if (!session) return send({ address, nonce, signature: await signText(client, text(address, nonce)), headers: {} })
    try {
      return await send({ address, nonce, signature: undefined, headers: { AuthToken: session.token } })
    } catch (error) {
      if (error instanceof SignatureRejectedError) client.sessions.delete({ providerUrl: root.url, address })
      throw error
    }
  })
}
