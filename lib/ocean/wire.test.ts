import { concatHex, numberToHex, parseSignature, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { getContainerChecksum } from './actions/provider/getTrustedAlgorithm'
import { checkQuote, hashProviderFee } from './utils/checkQuote'
import { getDid } from './utils/getDid'
import { hashText } from './utils/hashText'

const account = privateKeyToAccount(`0x${'01'.repeat(32)}`)
const nft = '0xa331155197F70e5e1EA0CC2A1f9ddB1D49A9C1De'
const did = 'did:op:3dfcc20f9727c242e429b86c25a3e7be29495a06ccb844398a0a4aa8d9f196fe'

test('a DID hashes the checksummed address and the chain id', () => {
  expect(getDid(nft, 8996)).toBe(did)
  expect(getDid(nft, 1)).toBe('did:op:aee900df7379cda6a5aa1b87bd77e053906002058f649825df0bffe5d8cf17dc')
  expect(getDid(nft.toLowerCase() as typeof nft, 8996)).toBe(did)
})

test('a request is signed over the hash of its text', async () => {
  const text = `${account.address}${did}1`
  expect(hashText(text)).toBe('0x3b36c78916588acb820d5ffdf38afa2708c3f4fdc1668ed7171c98989ba3b7cc')
  expect(await account.signMessage({ message: { raw: hashText(text) } })).toBe(
    '0x8de2de77c03b30811102aab013085a03390ed242b20448802029f3724b7cf1c1582eb2b644592357023fda28f057d35f9696fb77115147d673a73e955fccf2b71c',
  )
  expect(await account.signMessage({ message: { raw: hashText('hello1') } })).toBe(
    '0x829a3b9fe894161ef1b8f94535f859f764898e9ce46e230281fdb4d177bfa047090b049f814d6065551c35f703fc1c125ab23528ff8215e10e0bb2ee966ee5f41b',
  )
})

const signature =
  '0x81deb75bb0dabee477b0598fec3f836685c37b0e1e5ec147510783107179f6f43b71f84b5e71d9fb1426082c3551fb1e6081650a73a5838e126fb061d4809cab1c'
const datatoken = '0x0000000000000000000000000000000000000001'
const fee = {
  providerData: stringToHex(`{"environment":"ocean-compute","timestamp":1700000000.5,"dt":"${datatoken}","id":"1"}`),
  providerFeeAddress: account.address,
  providerFeeToken: '0x0000000000000000000000000000000000000002',
  providerFeeAmount: 0n,
  validUntil: 1_700_086_400n,
} as const

test('a provider fee is hashed in the order in which Providers sign it', () => {
  expect(hashProviderFee(fee)).toBe('0xd6a111506e110fc1931a7f8830f275755daee98da8177c33a821af455b2e33e7')
})

test('a correctly signed quote passes', async () => {
  const { r, s, v } = parseSignature(signature)
  expect(concatHex([r, s, numberToHex(Number(v), { size: 1 })])).toBe(signature)
  const quote = { datatoken, validOrder: undefined, providerFee: { ...fee, r, s, v: Number(v) } } as const
  const asked = {
    datatoken,
    serviceId: '1',
    environmentId: 'ocean-compute',
    provider: account.address,
    maxAmount: 0n,
    validUntil: 1_700_086_400,
  } as const
  await expect(checkQuote({ ...asked, quote })).resolves.toBeUndefined()
  await expect(checkQuote({ ...asked, quote, serviceId: '0' })).rejects.toMatchObject({ reason: 'service' })
  await expect(checkQuote({ ...asked, quote, environmentId: 'other' })).rejects.toMatchObject({ reason: 'environment' })
})

test('the checksum of a container is that of its entrypoint and image', () => {
  const checksum = 'sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4'
  expect(getContainerChecksum({ entrypoint: 'python $ALGO', checksum })).toBe(
    '77ac49b8c4ad209694f7143cec62d67ee4c6d2d5edf1f3f4e09ca4173b22610f',
  )
})
