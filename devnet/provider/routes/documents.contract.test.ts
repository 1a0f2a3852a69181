import { createHash } from 'node:crypto'
import { bytesToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { roles } from '../../chain/accounts'
import { openDatabase } from '../../storage/openDatabase'
import { createProvider } from '../createProvider'
import { encrypt } from '../ecies'
import type { JsonObject } from '../json'
import { providerMigrations } from '../migrations'
import { createWorld, type Published, type World } from '../tests/createWorld'

let world: World
let asset: Published
let carol: string

beforeAll(async () => {
  world = await createWorld()
  carol = world.accountOf(roles.carol).address
  asset = await world.publish()
})
afterAll(() => world.close())

async function decrypt(body: JsonObject) {
  const first = String(body.transactionId ?? body.dataNftAddress)
  const signed = await world.sign(roles.carol, [first, carol, '8996'])
  const response = await world.post('/api/services/decrypt', {
    ...body,
    decrypterAddress: carol,
    chainId: 8996,
    ...signed,
  })
  return { status: response.status, text: await response.text() }
}

const hashOf = (content: Uint8Array | string) => `0x${createHash('sha256').update(content).digest('hex')}`

test('a document is decrypted by the transaction that created or updated it', async () => {
  expect(await decrypt({ transactionId: asset.transaction, dataNftAddress: asset.nft })).toEqual({
    status: 201,
    text: asset.text,
  })
  const text = '{"updated":true}'
  const wallet = world.walletOf(roles.alice)
  const hash = await wallet.writeContract({
    ...{ address: asset.nft, abi: erc721TemplateAbi, functionName: 'setMetaData' },
    args: [0, 'http://provider', '', '0x00', bytesToHex(Buffer.from(text)), hashOf(text) as `0x${string}`, []],
  })
  await world.client.waitForTransactionReceipt({ hash })
  expect(await decrypt({ transactionId: hash, dataNftAddress: asset.nft })).toEqual({ status: 201, text })
})

test('a transaction of another asset does not open a document, whose own state may forbid it', async () => {
  const other = await world.publish()
  const answer = await decrypt({ transactionId: other.transaction, dataNftAddress: asset.nft })
  expect(answer).toEqual({ status: 400, text: '{"error":"Failed to process transaction id."}\n' })
})

test.each([
  [1, 403, 'Asset end of life'],
  [2, 403, 'Asset deprecated'],
  [3, 403, 'Asset revoked'],
])('an asset in state %i is refused with %i', async (state, status, error) => {
  const closed = await world.publish()
  const hash = await world.walletOf(roles.alice).writeContract({
    ...{ address: closed.nft, abi: erc721TemplateAbi, functionName: 'setMetaDataState', args: [state] },
  })
  await world.client.waitForTransactionReceipt({ hash })
  const answer = await decrypt({ transactionId: closed.transaction, dataNftAddress: closed.nft })
  expect({ ...answer, text: JSON.parse(answer.text) }).toEqual({ status, text: { error } })
})

test('an address that the factory does not know, or not in this spelling, is refused', async () => {
  const refused = { status: 400, text: '{"error":"Asset not deployed by the data NFT factory."}\n' }
  for (const dataNftAddress of [carol, asset.nft.toLowerCase(), 'no address']) {
    expect(await decrypt({ transactionId: asset.transaction, dataNftAddress })).toEqual(refused)
  }
})

test('flags say whether a document is compressed and encrypted', async () => {
  const xz = Buffer.from(
    'fd377a585a000004e6d6b4460200210116000000742fe5a30100107b2268656c6c6f223a226f6365616e227d000000007e8c2b4ab2c0e33a00012911320a700e1fb6f37d010000000004595a',
    'hex',
  )
  const privateKey = world.chain.accounts[roles.provider]?.privateKey ?? '0x'
  const seal = (content: Uint8Array) => bytesToHex(encrypt({ privateKey, plaintext: content }))
  const plain = Buffer.from('{"hello":"ocean"}')
  const open = (flags: number, encryptedDocument: string) =>
    decrypt({ dataNftAddress: asset.nft, encryptedDocument, flags, documentHash: hashOf(plain) })
  const opened = { status: 201, text: plain.toString() }
  expect(await open(0, bytesToHex(plain))).toEqual(opened)
  expect(await open(1, bytesToHex(xz))).toEqual(opened)
  expect(await open(2, seal(plain))).toEqual(opened)
  expect(await open(3, seal(xz))).toEqual(opened)
  expect(await open(2, bytesToHex(plain))).toEqual({ status: 400, text: '{"error":"Failed to decrypt."}\n' })
  expect(await open(1, bytesToHex(plain))).toEqual({ status: 400, text: '{"error":"Failed to decompress"}\n' })
  expect(await open(1, bytesToHex(xz.subarray(0, 40)))).toEqual({
    status: 400,
    text: '{"error":"Failed to decompress"}\n',
  })
  expect(await open(0, seal(plain))).toEqual({ status: 400, text: '{"error":"Checksum doesn\'t match."}\n' })
  expect(await open(0, '0xzz')).toEqual({ status: 400, text: '{"error":"Failed to convert input args to bytes."}\n' })
})

test('all missing fields of a request to decrypt are named', async () => {
  const response = await world.post('/api/services/decrypt', {})
  expect(await response.json()).toEqual({
    errors: {
      decrypterAddress: ['The decrypterAddress field is required.'],
      chainId: ['The chainId field is required.'],
      dataNftAddress: ['The dataNftAddress field is required.'],
      transactionId: [
        'The transactionId field is required when dataNftAddress, encryptedDocument, flags, documentHash is not present.',
      ],
      encryptedDocument: ['The encryptedDocument field is required when transactionId is not present.'],
      flags: ['The flags field is required when transactionId is not present.'],
      documentHash: ['The documentHash field is required when transactionId is not present.'],
      nonce: ['The nonce field is required.', 'The nonce must be a number.'],
      signature: ['Invalid signature provided. Please check the nonce or documentId.'],
    },
    ...{ message: 'Validation error', success: false },
  })
})

test('where decrypters are listed, nobody else decrypts', async () => {
  const { rpcUrl, chainId, contracts, accounts } = world.chain
  const { app } = createProvider({
    ...{
      chainId,
      networkName: 'Ganache',
      rpcUrl,
      contracts,
      aquariusUrl: 'http://127.0.0.1:9',
      publicUrl: 'http://provider',
    },
    ...{ privateKey: accounts[roles.provider]?.privateKey ?? '0x', compute: undefined, log: () => undefined },
    database: openDatabase({ file: ':memory:', migrations: providerMigrations }),
    authorizedDecrypters: [world.accountOf(roles.alice).address],
    fetch: { allowPrivateAddresses: false, mirrors: [], maxChecksumLength: 0, timeoutMs: 1_000 },
  })
  const signed = await world.sign(roles.carol, [asset.transaction, carol, '8996'], '2')
  const body = {
    transactionId: asset.transaction,
    dataNftAddress: asset.nft,
    decrypterAddress: carol,
    chainId: 8996,
    ...signed,
  }
  const response = await app.request('/api/services/decrypt', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  })
  expect([response.status, await response.json()]).toEqual([403, { error: 'Decrypter not authorized' }])
  expect((await app.request('/api/services/computeEnvironments')).status).toBe(404)
})
