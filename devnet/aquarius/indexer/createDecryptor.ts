import { createHash } from 'node:crypto'
import { keccak256, parseSignature, toBytes } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { z } from 'zod'
import type { MetadataEvent } from './types'

export type Decryption =
  | { status: 'clear'; document: string }
  | { status: 'refused'; error: string }
  | { status: 'failed'; error: string }
export type Decryptor = (event: MetadataEvent) => Promise<Decryption>

type CreateDecryptor = { account: PrivateKeyAccount; chainId: number; providerUrlMap: Readonly<Record<string, string>> }

const timeout = 4000
const largestDocument = 16 * 1024 * 1024
const nonceSchema = z.object({ nonce: z.union([z.string(), z.number()]) })

/**
 * Makes the function that has a metadata event's document decrypted by the service the event names. Calls to one
 * service go one after the other, because it refuses nonces that go back.
 *
 * - HTTP: `POST {decryptorUrl}/api/services/decrypt`
 * - Source: provider-aquarius specification, section 3.3
 */
export function createDecryptor({ account, chainId, providerUrlMap }: CreateDecryptor): Decryptor {
  const queues = new Map<string, Promise<unknown>>()
  const silentUntil = new Map<string, number>()
  let lastNonce = 0

  async function ask(event: MetadataEvent, baseUrl: string): Promise<Response> {
    lastNonce = Math.max(lastNonce + 1, Date.now())
    const nonce = lastNonce.toString()
    const subject = event.leading ? event.transactionHash : event.nft
    const body = {
      ...(event.leading
        ? { transactionId: event.transactionHash }
        : {
            encryptedDocument: event.data,
            flags: Number.parseInt(event.flags.slice(2, 4) || '0', 16),
            documentHash: event.hash,
          }),
      chainId,
      decrypterAddress: account.address,
      dataNftAddress: event.nft,
      signature: await sign(`${subject}${account.address}${chainId}${nonce}`),
      nonce,
    }
    return fetch(`${baseUrl}/api/services/decrypt`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    })
  }

  async function sign(text: string): Promise<string> {
    const { r, s, yParity } = parseSignature(await account.signMessage({ message: { raw: keccak256(toBytes(text)) } }))
    return `${r}${s.slice(2)}0${yParity}`
  }

  /** Moves on to where the service thinks this account is, after it called a nonce too small. */
  async function catchUpNonce(baseUrl: string): Promise<void> {
    const url = `${baseUrl}/api/services/nonce?userAddress=${account.address}`
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) })
    const { nonce } = nonceSchema.parse(await response.json())
    lastNonce = Math.max(lastNonce, Math.ceil(Number(nonce)))
  }

  async function decrypt(event: MetadataEvent, baseUrl: string): Promise<Decryption> {
    let response = await ask(event, baseUrl)
    if (response.status === 400) {
      const reason = await response.text()
      if (!/expected nonce/i.test(reason)) return { status: 'failed', error: describe(response.status, reason) }
      await catchUpNonce(baseUrl)
      response = await ask(event, baseUrl)
    }
    const body = await readBody(response)
    if (response.status === 403) return { status: 'refused', error: describe(403, body.toString()) }
    if (response.status !== 201) return { status: 'failed', error: describe(response.status, body.toString()) }
    const hash = `0x${createHash('sha256').update(body).digest('hex')}`
    if (hash !== event.hash)
      return { status: 'failed', error: `The decrypted document has hash ${hash}, not ${event.hash}.` }
    return { status: 'clear', document: body.toString() }
  }

  /** A service that has just let a call time out is not waited for again at once, however many events name it. */
  async function attempt(event: MetadataEvent, base: string): Promise<Decryption> {
    if (Date.now() < (silentUntil.get(base) ?? 0))
      return { status: 'failed', error: `The Provider at ${base} does not answer.` }
    try {
      return await decrypt(event, base)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') silentUntil.set(base, Date.now() + timeout)
      return { status: 'failed', error: explain(error, base) }
    }
  }

  return async (event) => {
    const base = resolveUrl(event.decryptorUrl, providerUrlMap)
    if (!base)
      return { status: 'failed', error: `"${event.decryptorUrl.slice(0, 200)}" is not an address of a Provider.` }
    const turn = (queues.get(base) ?? Promise.resolve()).then(() => attempt(event, base))
    queues.set(base, turn)
    const result = await turn
    if (queues.get(base) === turn) queues.delete(base)
    return result
  }
}

function resolveUrl(decryptorUrl: string, providerUrlMap: Readonly<Record<string, string>>): string | undefined {
  const plain = decryptorUrl.trim().replace(/\/+$/, '')
  const mapped = (providerUrlMap[decryptorUrl] ?? providerUrlMap[plain] ?? plain).replace(/\/+$/, '')
  return URL.canParse(mapped) && /^https?:/.test(mapped) ? mapped : undefined
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > largestDocument) throw new Error(`the document is larger than ${largestDocument} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const describe = (status: number, body: string) => `The Provider answered ${status}: ${body.slice(0, 500).trim()}`

function explain(error: unknown, base: string): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  const detail = cause instanceof Error && cause.message ? ` (${cause.message})` : ''
  return `The Provider at ${base} could not be asked: ${message}${detail}`
}
