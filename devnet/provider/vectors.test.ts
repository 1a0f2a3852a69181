import { keccak256, stringToBytes } from 'viem'
import { expect, test } from 'vitest'
import { openDatabase } from '../storage/openDatabase'
import { decrypt, encrypt } from './ecies'
import { providerMigrations } from './migrations'
import { recoverSigner } from './recoverSigner'
import { createTokens } from './tokens'

const privateKey = `0x${'01'.repeat(32)}` as const
const address = '0x1a642f0E3c3aF545E7AcBD38b07251B3990914F1'
const ciphertext =
  '044d4b6cd1361032ca9bd2aeb9d900aa4d45d9ead80ac9423374c451a7254d07662a3eada2d0fe208b6d257ceb0f064284662e857f57b66b54c198bd310ded36d00303030303030303030303030303030311e3fe03800f63b1a8d696f775a060a0f3b1245e99'

test('encryption matches the published vector, byte for byte', () => {
  const encrypted = encrypt({
    privateKey,
    plaintext: Buffer.from('hello'),
    ephemeralKey: Buffer.alloc(32, 2),
    nonce: Buffer.alloc(16, 3),
  })
  expect(Buffer.from(encrypted).toString('hex')).toBe(ciphertext)
})

test('decryption reads the published vector', () => {
  const plaintext = decrypt({ privateKey, ciphertext: Buffer.from(ciphertext, 'hex') })
  expect(Buffer.from(plaintext).toString()).toBe('hello')
})

test('decryption refuses a ciphertext with one changed bit', () => {
  const changed = Buffer.from(ciphertext, 'hex')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => decrypt({ privateKey, ciphertext: changed })).toThrow()
})

test('what is encrypted with random keys comes back', () => {
  const key = `0x${'a7'.repeat(32)}` as const
  for (let length = 0; length < 40; length += 1) {
    const plaintext = Buffer.alloc(length, length)
    expect(Buffer.from(decrypt({ privateKey: key, ciphertext: encrypt({ privateKey: key, plaintext }) }))).toEqual(
      plaintext,
    )
  }
})

test('a request signature is recovered with v of 27, 28, 0 and 1', async () => {
  const did = 'did:op:3dfcc20f9727c242e429b86c25a3e7be29495a06ccb844398a0a4aa8d9f196fe'
  const text = `${address}${did}1`
  expect(keccak256(stringToBytes(text))).toBe('0x3b36c78916588acb820d5ffdf38afa2708c3f4fdc1668ed7171c98989ba3b7cc')
  const odd =
    '0x8de2de77c03b30811102aab013085a03390ed242b20448802029f3724b7cf1c1582eb2b644592357023fda28f057d35f9696fb77115147d673a73e955fccf2b7'
  const even =
    '0x829a3b9fe894161ef1b8f94535f859f764898e9ce46e230281fdb4d177bfa047090b049f814d6065551c35f703fc1c125ab23528ff8215e10e0bb2ee966ee5f4'
  expect(await recoverSigner(text, `${odd}1c`)).toBe(address)
  expect(await recoverSigner(text, `${odd}01`)).toBe(address)
  expect(await recoverSigner('hello1', `${even}1b`)).toBe(address)
  expect(await recoverSigner('hello1', `${even}00`)).toBe(address)
})

test('a signature of the wrong length or recovery id is an error, not an address', async () => {
  await expect(recoverSigner('hello1', '0x1234')).rejects.toThrow()
  await expect(recoverSigner('hello1', `0x${'11'.repeat(64)}05`)).rejects.toThrow()
  await expect(recoverSigner('hello1', 'no signature')).rejects.toThrow()
})

test('an auth token matches the published vector', () => {
  const tokens = createTokens(openDatabase({ file: ':memory:', migrations: providerMigrations }), privateKey)
  expect(tokens.create(address, 1900000000)).toBe(
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJleHAiOjE5MDAwMDAwMDAsImFkZHJlc3MiOiIweDFhNjQyZjBFM2MzYUY1NDVFN0FjQkQzOGIwNzI1MUIzOTkwOTE0RjEifQ.X-gSj8SDdCJsEE4d9gIpj1wUZqXV4EHBwzb5-xfoP-w',
  )
})
