import { Hono } from 'hono'
import { type Address, createPublicClient, type Hex, hexToBytes, http, parseEventLogs, sha256 } from 'viem'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { freePort } from '../../chain/freePort'
import { serveApp } from '../../serveApp'
import { scramble } from './scramble'

type Request = {
  transactionId?: Hex
  encryptedDocument?: Hex
  flags?: number
  documentHash?: Hex
  dataNftAddress: Address
  nonce: string
}
export type Decrypter = {
  url: string
  requests: Request[]
  /** What the next requests get instead of an answer, until it is unset. */
  failure: { status: number; body: string } | undefined
  close(): Promise<void>
}

/** A stand-in for a Provider that only decrypts: same request, same choice of log, same statuses; the cipher is a toy. */
export async function startDecrypter(rpcUrl: string): Promise<Decrypter> {
  const client = createPublicClient({ transport: http(rpcUrl), pollingInterval: 20 })
  const app = new Hono()
  const lastNonces = new Map<string, number>()
  const decrypter: Decrypter = { url: '', requests: [], failure: undefined, close: async () => undefined }

  async function readTransaction(hash: Hex) {
    const { logs } = await client.getTransactionReceipt({ hash })
    const found = ['MetadataCreated', 'MetadataUpdated'] as const
    const [log] = found.flatMap((eventName) => parseEventLogs({ abi: erc721TemplateAbi, logs, eventName }))
    if (!log || !('data' in log.args)) throw new Error('no metadata in the transaction')
    const { flags, data, metaDataHash } = log.args as { flags: Hex; data: Hex; metaDataHash: Hex }
    return { flags: hexToBytes(flags)[0] ?? 0, data, hash: metaDataHash }
  }

  app.post('/api/services/decrypt', async (c) => {
    const body = await c.req.json<Request & { decrypterAddress: string }>()
    decrypter.requests.push(body)
    if (decrypter.failure) return c.text(decrypter.failure.body, decrypter.failure.status as 500)
    if (Number(body.nonce) < (lastNonces.get(body.decrypterAddress) ?? 0)) {
      return c.json({ errors: { signature: 'Invalid signature expected nonce' } }, 400)
    }
    lastNonces.set(body.decrypterAddress, Number(body.nonce))
    const [, , state] = await client.readContract({
      address: body.dataNftAddress,
      abi: erc721TemplateAbi,
      functionName: 'getMetaData',
    })
    if ([1, 2, 3].includes(state)) return c.json({ error: 'Asset revoked' }, 403)
    const found = body.transactionId ? await readTransaction(body.transactionId).catch(() => undefined) : undefined
    if (body.transactionId && !found) return c.json({ error: 'Failed to process transaction id.' }, 400)
    const { flags, data, hash } = found ?? {
      flags: body.flags ?? 0,
      data: body.encryptedDocument ?? '0x',
      hash: body.documentHash,
    }
    const document = flags & 2 ? scramble(hexToBytes(data)) : hexToBytes(data)
    if (sha256(document) !== hash) return c.json({ error: "Checksum doesn't match." }, 400)
    return c.body(new TextDecoder().decode(document), 201, { 'Content-Type': 'text/plain' })
  })
  const port = await freePort()
  decrypter.close = await serveApp({ app, port })
  decrypter.url = `http://127.0.0.1:${port}`
  return decrypter
}
