import { describe, expect, test } from 'vitest'
import { openDatabase } from '../storage/openDatabase'
import { attachmentHeaders } from './attachment'
import { checkFields } from './checkFields'
import { compareDecimals } from './compareDecimals'
import { integer, numeric, required, requiredIf, requiredWith, requiredWithAll, requiredWithout } from './fieldRules'
import { isNumeric } from './isNumeric'
import type { JsonObject } from './json'
import { providerMigrations } from './migrations'
import { createNonces } from './nonces'
import { numberLiterals } from './numberLiterals'
import { hashProviderFee, isFeeSignedBy, type ProviderFeeTerms } from './providerFee'
import { pythonNumberText, pythonText } from './pythonText'
import { stripUrls } from './stripUrls'
import { createTokens } from './tokens'

describe('field rules', () => {
  const errorsOf = async (values: JsonObject, fields: Parameters<typeof checkFields>[1]['fields']) =>
    checkFields(values, { fields }).then(
      () => ({}),
      ({ errors }) => errors,
    )

  test('a fault in a field that ends the check leaves later fields alone and keeps earlier ones', async () => {
    const fields = {
      first: { rules: [required] },
      second: { rules: [required, numeric], bail: true as const },
      third: { rules: [required] },
    }
    expect(await errorsOf({}, fields)).toEqual({
      first: ['The first field is required.'],
      second: ['The second field is required.'],
    })
    expect(await errorsOf({ second: 'x' }, fields)).toMatchObject({ second: ['The second must be a number.'] })
  })

  test('dotted paths stay, underscores become spaces, zero and false count as given', async () => {
    expect(await errorsOf({ a: { b: '' } }, { 'a.b': { rules: [required] } })).toEqual({
      'a.b': ['The a.b field is required.'],
    })
    expect(await errorsOf({}, { some_name: { rules: [required] } })).toEqual({
      some_name: ['The some name field is required.'],
    })
    expect(await errorsOf({ zero: 0, no: false }, { zero: { rules: [required] }, no: { rules: [required] } })).toEqual(
      {},
    )
    expect(await errorsOf({ a: 'text' }, { 'a.b': { rules: [required] } })).toHaveProperty(['a.b'])
  })

  test('conditions name the fields they depend on', async () => {
    const one = (rule: typeof required, values: JsonObject) => errorsOf(values, { x: { rules: [rule] } })
    expect(await one(requiredWithout('a', 'b'), { a: 1 })).toEqual({
      x: ['The x field is required when a, b is not present.'],
    })
    expect(await one(requiredWithout('a', 'b'), { a: 1, b: 2 })).toEqual({})
    expect(await one(requiredWith('a', 'b'), { b: 1 })).toEqual({
      x: ['The x field is required when a, b is present.'],
    })
    expect(await one(requiredWithAll('a', 'b'), { a: 1, b: 1 })).toEqual({
      x: ['The x field is required when a, b are present.'],
    })
    expect(await one(requiredWithAll('a', 'b'), { a: 1 })).toEqual({})
    expect(await one(requiredIf('type', 'url'), { type: 'url' })).toEqual({
      x: ['The x field is required when type is url.'],
    })
  })

  test('integers consist of digits', async () => {
    const fields = { n: { rules: [integer] } }
    expect(await errorsOf({ n: '12' }, fields)).toEqual({})
    expect(await errorsOf({ n: 12 }, fields)).toEqual({})
    for (const n of ['-1', '1.0', '', null])
      expect(await errorsOf({ n }, fields)).toEqual({ n: ['The n must be an integer.'] })
  })
})

describe('numbers', () => {
  test.each([
    ['1', '2', -1],
    ['10', '9', 1],
    ['1700000000000000001', '1700000000000000000', 1],
    ['1644315615.24195', '1644315615.2419', 1],
    ['1e3', '1000.0', 0],
    ['-1', '0', -1],
    ['.5', '0.50', 0],
  ])('%s compared with %s is %i', (a, b, expected) => {
    expect(compareDecimals(a, b)).toBe(expected)
  })

  test('that would take a lot of memory, or are none, are no numbers', () => {
    for (const value of ['1e999999', '1'.repeat(101), 'nan', '0x1', '', null, true, [1]])
      expect(isNumeric(value)).toBe(false)
    for (const value of ['1', ' 2.5 ', '1e10', '-3', 4, '.5']) expect(isNumeric(value)).toBe(true)
  })

  test.each([
    ['2', '2'],
    ['2.0', '2.0'],
    ['1644315615.24195', '1644315615.24195'],
    ['1700000000000000001', '1700000000000000001'],
    ['1e22', '1e+22'],
    ['0.00001', '1e-05'],
    ['0.0001', '0.0001'],
    ['1E2', '100.0'],
    ['123456789012345680.0', '1.2345678901234568e+17'],
  ])('the literal %s is printed as %s', (literal, expected) => {
    expect(pythonNumberText(literal)).toBe(expected)
  })

  test('keep their literal under the top keys only, whatever texts contain', () => {
    const json =
      '{"a": 1.0, "b\\"": -2, "c": "x\\",\\"d\\":5", "e": {"a": 7}, "f": [8], "g": true, "h":1700000000000000001}'
    expect([...numberLiterals(json)]).toEqual([
      ['a', '1.0'],
      ['b"', '-2'],
      ['h', '1700000000000000001'],
    ])
  })

  test('and other values are printed as the signer’s language does', () => {
    expect([pythonText(true), pythonText(false), pythonText(null), pythonText('x')]).toEqual([
      'True',
      'False',
      'None',
      'x',
    ])
  })
})

test('URLs disappear from errors, and lines become one', () => {
  expect(stripUrls('429 for url:\n  https://node.example/v3/key  wss://x.example and a: b')).toBe(
    '429 for url: <URL stripped for security reasons> <URL stripped for security reasons> and a: b',
  )
})

test('a file name cannot break out of its header, and gets an extension by its type', () => {
  const nameOf = (filename: string, contentType: string | null) =>
    attachmentHeaders({ filename, contentType })['content-disposition']
  expect(nameOf('a\r\nb";c.csv', 'text/csv')).toBe('attachment;filename=a__b__c.csv')
  expect(nameOf('result', 'application/octet-stream')).toBe('attachment;filename=result.bin')
  expect(nameOf('data', 'text/plain; charset=utf-8')).toBe('attachment;filename=data.txt')
  expect(nameOf('data', null)).toBe('attachment;filename=data')
})

describe('nonces', () => {
  test('belong to the spelling of an address and only grow', () => {
    const nonces = createNonces(openDatabase({ file: ':memory:', migrations: providerMigrations }))
    expect(nonces.get('0xAb')).toBeUndefined()
    expect(nonces.ask('0xAb')).toBe('1')
    expect(nonces.advance('0xab', '5')).toBe(true)
    expect([nonces.get('0xAb'), nonces.get('0xab')]).toEqual(['1', '5'])
    expect(nonces.advance('0xab', '5.0')).toBe(false)
    expect(nonces.advance('0xab', '4')).toBe(false)
    expect(nonces.advance('0xab', '1700000000000000001')).toBe(true)
    expect(nonces.get('0xab')).toBe('1700000000000000001')
  })
})

describe('tokens', () => {
  const create = () => createTokens(openDatabase({ file: ':memory:', migrations: providerMigrations }), '0x01')
  const later = Math.floor(Date.now() / 1000) + 60

  test('hold for their address until they expire or are deleted, and again when created anew', () => {
    const tokens = create()
    const token = tokens.create('0xAb', later)
    expect(tokens.check(token, '0xAb')).toBe('valid')
    expect(tokens.check(token, '0xCd')).toBe('Token is invalid.')
    expect(tokens.check(tokens.create('0xAb', 1), '0xAb')).toBe('Token is expired.')
    tokens.remove(token, '0xAb')
    expect(tokens.check(token, '0xAb')).toBe('Token is deleted.')
    expect(tokens.create('0xAb', later)).toBe(token)
    expect(tokens.check(token, '0xAb')).toBe('valid')
  })

  test('that were changed, or signed in another way, are invalid', () => {
    const tokens = create()
    const [, body = '', signature = ''] = tokens.create('0xAb', later).split('.')
    const none = Buffer.from('{"typ":"JWT","alg":"none"}').toString('base64url')
    for (const token of [`${none}.${body}.`, `${none}.${body}.${signature}`, 'a.b.c', '', `${body}.${signature}`]) {
      expect(tokens.check(token, '0xAb')).toBe('Token is invalid.')
    }
  })
})

test('a provider fee matches the published vector', async () => {
  const address = '0x1a642f0E3c3aF545E7AcBD38b07251B3990914F1'
  const data =
    '{"environment":"ocean-compute","timestamp":1700000000.5,"dt":"0x0000000000000000000000000000000000000001","id":"1"}'
  const terms: ProviderFeeTerms = {
    ...{ providerFeeAddress: address, providerFeeToken: '0x0000000000000000000000000000000000000002' },
    ...{ providerFeeAmount: 0n, validUntil: 1_700_086_400n, providerData: `0x${Buffer.from(data).toString('hex')}` },
  }
  expect(hashProviderFee(terms)).toBe('0xd6a111506e110fc1931a7f8830f275755daee98da8177c33a821af455b2e33e7')
  const signature = {
    r: '0x81deb75bb0dabee477b0598fec3f836685c37b0e1e5ec147510783107179f6f4',
    s: '0x3b71f84b5e71d9fb1426082c3551fb1e6081650a73a5838e126fb061d4809cab',
  } as const
  expect(await isFeeSignedBy(terms, { ...signature, v: 28 }, address)).toBe(true)
  expect(await isFeeSignedBy(terms, { ...signature, v: 27 }, address)).toBe(false)
  expect(await isFeeSignedBy({ ...terms, validUntil: 0n }, { ...signature, v: 28 }, address)).toBe(false)
})
