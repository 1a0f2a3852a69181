import { parseUnits } from 'viem'
import { describe, expect, test } from 'vitest'
import { english } from '@/lib/messages'
import { buildDraft } from './buildDraft'
import { checkForm } from './checkForm'
import { containerPresets } from './containerPresets'
import { fillExample } from './examples'
import { type AssetForm, emptyAssetForm, emptyPublishForm } from './form'
import { toFileObject } from './toFileObject'

const address = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e'
const chainId = 8996
const filled = (type: AssetForm['type'], change: Partial<AssetForm> = {}): AssetForm => {
  const form = emptyAssetForm(type)
  return {
    ...form,
    name: 'Points',
    description: 'Some',
    file: { ...form.file, location: 'https://x.test/a.csv' },
    ...change,
  }
}

describe('a form', () => {
  test('needs a name, a description and a file, and nothing else', () => {
    expect(checkForm(emptyAssetForm('dataset'), chainId)).toEqual({
      name: 'missing',
      description: 'missing',
      file: 'missing',
    })
    expect(checkForm(filled('dataset'), chainId)).toEqual({})
    expect(checkForm(filled('algorithm'), chainId)).toEqual({})
  })

  test('of an algorithm with its own image must name it completely', () => {
    const container = { preset: 'own', image: 'a/b', tag: '', entrypoint: 'python', checksum: 'sha256:12' }
    expect(checkForm(filled('algorithm', { container }), chainId)).toEqual({
      tag: 'missing',
      entrypoint: 'entrypoint',
      checksum: 'checksum',
    })
  })

  test('with a fixed price needs an amount and a token', () => {
    const pricing = { type: 'fixed', price: '-1', baseToken: '0x12', marketFee: '70', marketFeeCollector: '' } as const
    expect(checkForm(filled('dataset', { pricing }), chainId)).toEqual({
      price: 'price',
      baseToken: 'address',
      marketFee: 'marketFee',
      marketFeeCollector: 'address',
    })
  })

  test('takes only identifiers and addresses in its lists', () => {
    const compute = {
      allowRawAlgorithm: false,
      allowNetworkAccess: false,
      trustedAlgorithms: ['x'],
      trustedPublishers: ['y'],
    }
    expect(checkForm(filled('dataset', { compute, allow: ['z'], links: ['javascript:1'] }), chainId)).toEqual({
      trustedAlgorithms: 'did',
      trustedPublishers: 'address',
      allow: 'address',
      links: 'link',
    })
  })
})

describe('a file', () => {
  const form = emptyAssetForm('dataset').file
  test('is fetched by http or https only', () => {
    for (const location of ['ftp://x.test/a', 'file:///etc/passwd', 'javascript:1', 'x'])
      expect(toFileObject({ ...form, location }, chainId)).toEqual({ problem: 'url' })
    expect(toFileObject({ ...form, location: ' https://x.test/a ', method: 'post' }, chainId).file).toEqual({
      type: 'url',
      url: 'https://x.test/a',
      method: 'post',
    })
  })

  test('may come from IPFS, Arweave, a graph or a contract', () => {
    expect(
      toFileObject(
        { ...form, type: 'ipfs', location: 'ipfs://QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG' },
        chainId,
      ).file,
    ).toEqual({
      type: 'ipfs',
      hash: 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG',
    })
    expect(toFileObject({ ...form, type: 'arweave', location: 'short' }, chainId)).toEqual({ problem: 'arweave' })
    expect(toFileObject({ ...form, type: 'graphql', location: 'https://x.test', query: ' ' }, chainId)).toEqual({
      problem: 'query',
    })
    expect(
      toFileObject({ ...form, type: 'smartcontract', location: address, abi: '{"name":"a"}' }, chainId).file,
    ).toEqual({
      type: 'smartcontract',
      address,
      chainId,
      abi: { name: 'a' },
    })
  })

  test('carries headers, but none that could split a request', () => {
    const headers = [{ name: 'X-Key', value: 'a' }]
    expect(toFileObject({ ...form, location: 'https://x.test', headers }, chainId).file).toMatchObject({
      headers: { 'X-Key': 'a' },
    })
    const broken = [{ name: 'X-Key', value: 'a\r\nHost: b' }]
    expect(toFileObject({ ...form, location: 'https://x.test', headers: broken }, chainId)).toEqual({
      problem: 'header',
    })
  })
})

describe('the draft', () => {
  test('of a dataset trusts the algorithm published just before it, once', () => {
    const did = `did:op:${'a'.repeat(64)}`
    const form = filled('dataset')
    form.compute = { ...form.compute, trustedAlgorithms: [did] }
    expect(buildDraft({ form, chainId, trusted: [did] })).toMatchObject({
      type: 'dataset',
      pricing: { type: 'none' },
      compute: {
        allowRawAlgorithm: false,
        allowNetworkAccess: false,
        trustedAlgorithms: [{ did }],
        trustedPublishers: [],
      },
    })
  })

  test('of an algorithm holds the pinned image', () => {
    expect(buildDraft({ form: filled('algorithm'), chainId })).toMatchObject({
      type: 'algorithm',
      algorithm: { container: containerPresets.branin },
    })
  })

  test('writes a price in base units of its token and a fee as a fraction of 1e18', () => {
    const pricing = {
      type: 'fixed',
      price: '2.5',
      baseToken: address,
      marketFee: '1',
      marketFeeCollector: address,
    } as const
    expect(buildDraft({ form: filled('dataset', { pricing }), chainId, baseTokenDecimals: 6 }).pricing).toEqual({
      type: 'fixed',
      price: 2_500_000n,
      baseToken: address,
      marketFee: parseUnits('0.01', 18),
      marketFeeCollector: address,
    })
  })

  test('puts parameters of a dataset on both of its services', () => {
    const parameters = [
      { name: 'n', type: 'number', label: 'N', required: true, description: '', default: '1' },
    ] as const
    expect(buildDraft({ form: filled('dataset', { parameters: [...parameters] }), chainId })).toMatchObject({
      services: [
        { type: 'access', consumerParameters: parameters },
        { type: 'compute', consumerParameters: parameters },
      ],
    })
  })
})

test('The example points both files at the app itself and can be published as it is', () => {
  const texts = english.publish.examples.branin.texts
  const form = fillExample('branin', { origin: 'http://localhost:3000', texts, current: emptyPublishForm() })
  expect(form.dataset.file.location).toBe('http://localhost:3000/samples/branin.arff')
  expect(form.algorithm.file.location).toBe('http://localhost:3000/samples/gpr.py')
  expect(checkForm(form.dataset, chainId)).toEqual({})
  expect(checkForm(form.algorithm, chainId)).toEqual({})
})
