import { expect } from 'vitest'
import type { Asset } from '../createPublisher'
import type { CaseContext, ConformanceCase } from './types'

const encrypt = '/api/services/encrypt'

/** `{"sea":"salt"}` in an .xz container as Python's `lzma.compress` writes it. */
const xzDocument =
  'fd377a585a000004e6d6b4460200210116000000742fe5a301000d7b22736561223a2273616c74227d00000084aacc0a5d42de450001260e081be0041fb6f37d010000000004595a'
const plainDocument = '{"sea":"salt"}'
const plainHash = '0x165ccce72ea116ccfaf3149e77f55b88d855b0cc90a21a23e6332fdc73c18a37'

async function decrypt(context: CaseContext, json: Record<string, unknown>, as: 'other' | 'consumer' = 'other') {
  const { people, chainId, signedCall } = context
  const decrypterAddress = people.other.address
  const first = String(json.transactionId ?? json.dataNftAddress)
  return signedCall('/api/services/decrypt', {
    json: { ...json, decrypterAddress, chainId },
    ...{ as, nonceOf: decrypterAddress, parts: [first, decrypterAddress, String(chainId)] },
  })
}

const byTransaction = ({ transaction, nft }: Asset) => ({ transactionId: transaction, dataNftAddress: nft })

export const documentCases: readonly ConformanceCase[] = [
  {
    id: 'E1',
    title: 'encrypting answers 201 with hex as plain text',
    async run({ provider, chainId }) {
      const { status, headers, text } = await provider(encrypt, { query: { chainId }, raw: plainDocument })
      expect(status).toBe(201)
      expect(headers.get('content-type')).toMatch(/^text\/plain/)
      expect(text).toMatch(/^0x[0-9a-f]{100,}$/)
    },
  },
  {
    id: 'E2',
    title: 'encrypting takes an octet stream only',
    async run({ provider, chainId }) {
      const { status, json } = await provider(encrypt, { query: { chainId }, json: { sea: 'salt' } })
      expect(status).toBe(400)
      expect(json).toEqual({ error: 'Invalid request content type: should be application/octet-stream' })
    },
  },
  {
    id: 'E3',
    title: 'a published document is decrypted by its transaction, byte for byte',
    async run(context) {
      const { data } = context.assets
      const { status, headers, text } = await decrypt(context, byTransaction(data))
      expect({ status, text }).toEqual({ status: 201, text: data.text })
      expect(headers.get('content-type')).toMatch(/^text\/plain/)
    },
  },
  {
    id: 'E4',
    title: 'a document that does not have the hash is refused',
    async run(context) {
      const { data, trusted } = context.assets
      const document = { dataNftAddress: data.nft, encryptedDocument: data.document, flags: 2 }
      const { status, json } = await decrypt(context, { ...document, documentHash: trusted.hash })
      expect({ status, json }).toEqual({ status: 400, json: { error: "Checksum doesn't match." } })
    },
  },
  {
    id: 'E5',
    title: 'a transaction that published nothing is refused',
    async run(context) {
      const { access, data } = context.assets
      const { status, json } = await decrypt(context, { transactionId: access.data, dataNftAddress: data.nft })
      expect({ status, json }).toEqual({ status: 400, json: { error: 'Failed to process transaction id.' } })
    },
  },
  {
    id: 'E6',
    title: 'an asset at its end of life stays closed',
    async run(context) {
      const { status, json } = await decrypt(context, byTransaction(context.assets.ended))
      expect({ status, json }).toEqual({ status: 403, json: { error: 'Asset end of life' } })
    },
  },
  {
    id: 'E7',
    title: 'nobody decrypts in another’s name',
    async run(context) {
      const { status, json } = await decrypt(context, byTransaction(context.assets.data), 'consumer')
      expect(status).toBe(400)
      expect(json).toMatchObject({
        message: 'Validation error',
        errors: { signature: expect.stringContaining('Invalid signature') },
      })
    },
  },
  {
    id: 'E8',
    title: 'what was compressed by xz and then encrypted comes back as text',
    async run(context) {
      const { provider, chainId, assets } = context
      const raw = new Uint8Array(Buffer.from(xzDocument, 'hex'))
      const { text: encryptedDocument } = await provider(encrypt, { query: { chainId }, raw })
      const document = { dataNftAddress: assets.data.nft, encryptedDocument, flags: 3, documentHash: plainHash }
      const { status, text } = await decrypt(context, document)
      expect({ status, text }).toEqual({ status: 201, text: plainDocument })
    },
  },
  {
    id: 'E9',
    title: 'a plain document is only checked',
    async run(context) {
      const encryptedDocument = `0x${Buffer.from(plainDocument).toString('hex')}`
      const document = { dataNftAddress: context.assets.data.nft, encryptedDocument, flags: 0, documentHash: plainHash }
      const { status, text } = await decrypt(context, document)
      expect({ status, text }).toEqual({ status: 201, text: plainDocument })
    },
  },
]
