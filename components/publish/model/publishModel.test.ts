import { parseUnits, zeroAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { english } from '@/lib/messages'
import { buildDraft } from './buildDraft'
import { checkAmount } from './checkAmount'
import { checkContainer } from './checkContainer'
import { checkFile } from './checkFile'
import { checkForm, type FormProblems } from './checkForm'
import { checkParameters } from './checkParameters'
import { containerPresets } from './containerPresets'
import { countProblems } from './countProblems'
import { fillExample } from './examples'
import { type AssetForm, emptyAssetForm, emptyFileForm, emptyPublishForm, type FileForm } from './form'
import { pickTyped } from './pickTyped'
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

const local = { local: true }
const did = `did:op:${'a'.repeat(64)}`
const codes = (problems: FormProblems) =>
  Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, (problem as { code?: string }).code]))

describe('a form', () => {
  test('needs a name, a description and a file, and nothing else', () => {
    expect(checkForm(emptyAssetForm('dataset'), local)).toEqual({
      name: { code: 'missing' },
      description: { code: 'missing' },
      file: { location: { code: 'missing' } },
    })
    expect(checkForm(filled('dataset'), local)).toEqual({})
    expect(checkForm(filled('algorithm'), local)).toEqual({})
  })

  test('takes names in any script and with emoji, but none that hides something', () => {
    for (const name of ['بيانات', '数据', 'Données 👩‍🔬', 'שלום data'])
      expect(checkForm(filled('dataset', { name }), local)).toEqual({})
    for (const name of ['a\u202eb', 'a\u200bb', 'a\u0000b', '\ufeffa\u2066'])
      expect(codes(checkForm(filled('dataset', { name }), local))).toEqual({ name: 'unseen' })
    expect(codes(checkForm(filled('dataset', { name: ' \u00a0 ' }), local))).toEqual({ name: 'missing' })
    expect(checkForm(filled('dataset', { name: '😀'.repeat(151) }), local)).toEqual({
      name: { code: 'tooLong', value: '150' },
    })
  })

  test('of an algorithm with its own image must name it completely', () => {
    const container = { preset: 'own', image: 'a/b', tag: '', entrypoint: 'python', checksum: 'sha256:12' }
    expect(codes(checkForm(filled('algorithm', { container }), local))).toEqual({
      tag: 'missing',
      entrypoint: 'entrypoint',
      checksum: 'checksum',
    })
    for (const image of ['https://hub.docker.com/a', 'a/b:1', 'A/b', 'a b', '../b'])
      expect(checkContainer({ ...container, image }).image).toEqual({ code: 'image' })
    for (const image of ['python', 'ghcr.io/owner/name', 'localhost:5000/a/b'])
      expect(checkContainer({ ...container, image }).image).toBeUndefined()
  })

  test('says of each entry of a list which one is wrong, and why', () => {
    const good = address
    const wrongLetter = `0xb${address.slice(3)}`
    expect(checkForm(filled('dataset', { allow: [good, wrongLetter] }), local).allow).toEqual({
      code: 'addressChecksum',
      value: wrongLetter,
    })
    expect(checkForm(filled('dataset', { allow: ['0x12'] }), local).allow).toEqual({ code: 'address', value: '0x12' })
    expect(checkForm(filled('dataset', { deny: [zeroAddress] }), local).deny?.code).toBe('zeroAddress')
    expect(checkForm(filled('dataset', { allow: [good, good.toLowerCase()] }), local).allow?.code).toBe('duplicate')
    expect(checkForm(filled('dataset', { allow: [good], deny: [good] }), local).deny?.code).toBe('bothLists')
    expect(checkForm(filled('dataset', { links: ['javascript:alert(1)'] }), local).links?.code).toBe('scheme')
    expect(checkForm(filled('dataset', { tags: Array.from({ length: 31 }, String) }), local).tags?.code).toBe('tooMany')
    const compute = { ...emptyAssetForm('dataset').compute, trustedAlgorithms: [did, 'did:op:12'] }
    expect(checkForm(filled('dataset', { compute }), local).trustedAlgorithms).toEqual({
      code: 'did',
      value: 'did:op:12',
    })
  })

  test('needs a service, and no file of its own when each service has one', () => {
    expect(codes(checkForm(filled('dataset', { services: [] }), local))).toEqual({ serviceCount: 'services' })
    const file = { ...emptyFileForm(), location: 'https://x.test/sample.csv' }
    const services = [{ type: 'compute' as const, name: '', file }]
    expect(checkForm(filled('dataset', { file: emptyFileForm(), services }), local)).toEqual({})
    const broken = [{ type: 'compute' as const, name: '', file: { ...file, location: 'data:,a' } }]
    expect(checkForm(filled('dataset', { services: broken }), local)).toEqual({
      services: [{ file: { location: { code: 'scheme' } } }],
    })
  })
})

describe('a price', () => {
  test.each([
    ['-1', 'negative'],
    ['0', 'zeroPrice'],
    ['0.000', 'zeroPrice'],
    ['1,5', 'comma'],
    ['1e3', 'price'],
    ['ten', 'price'],
    ['1.0000000000000000001', 'tooFine'],
    ['9'.repeat(40), 'tooMuch'],
    [' ', 'missing'],
    ['2.5', undefined],
  ])('of %s is told apart', (price, code) => {
    expect(checkAmount(price, { decimals: 18 })?.code).toBe(code)
  })

  test('needs a token, and somebody for the market fee', () => {
    const pricing = { type: 'fixed', price: '1', baseToken: '0x12', marketFee: '70', marketFeeCollector: '' } as const
    expect(codes(checkForm(filled('dataset', { pricing }), local))).toEqual({
      baseToken: 'address',
      marketFee: 'marketFee',
      marketFeeCollector: 'address',
    })
    const fine = { ...pricing, price: '1.0000001', baseToken: address, marketFee: '0' }
    expect(checkForm(filled('dataset', { pricing: fine }), { ...local, decimals: 6 })).toEqual({
      price: { code: 'tooFine', value: '6' },
    })
  })
})

describe('parameters', () => {
  const parameter = { name: 'n', type: 'number', label: 'N', required: true, description: '', default: '1' } as const
  test('are told apart one by one', () => {
    expect(
      checkParameters([
        parameter,
        { ...parameter, label: ' ', default: 'many' },
        { ...parameter, name: '1 a', type: 'boolean', default: 'maybe' },
        { ...parameter, name: 'c', type: 'select', options: '[]' },
        { ...parameter, name: 'd', type: 'select', options: '[{"a":"A"},{"a":"B"}]', default: 'a' },
        { ...parameter, name: 'e', type: 'select', options: '[{"a":"A"}]', default: 'b' },
      ]),
    ).toEqual([
      {},
      { name: { code: 'duplicate', value: 'n' }, label: { code: 'missing' }, default: { code: 'number' } },
      { name: { code: 'parameterName' }, default: { code: 'boolean' } },
      { options: { code: 'options' } },
      { options: { code: 'duplicate', value: 'a' } },
      { default: { code: 'notAnOption', value: 'b' } },
    ])
  })
})

describe('faults while people type', () => {
  test('show once typing rests, but not for what is merely empty', () => {
    const before = checkForm({ ...filled('dataset'), name: '', links: ['x'] }, local)
    expect(pickTyped(before, before)).toEqual({ links: { code: 'url', value: 'x' } })
    expect(pickTyped(before, {})).toEqual({})
    expect(countProblems(before)).toBe(2)
  })
})

describe('a file', () => {
  const form = emptyFileForm()
  const fault = (change: Partial<FileForm>, open = false) => checkFile({ ...form, ...change }, { open })
  const contract = '{"name":"symbol","inputs":[],"outputs":[{"type":"string"}],"stateMutability":"view"}'

  test('is fetched by http or https only', () => {
    for (const location of ['ftp://x.test/a', 'file:///etc/passwd', 'javascript:1', 'data:text/plain,a', 'ipfs://Qm'])
      expect(fault({ location })).toEqual({ location: { code: 'scheme' } })
    for (const location of ['x', 'https:x', 'https://', 'https://a b.test', '//x.test'])
      expect(fault({ location }).location?.code).toBe('url')
    expect(fault({ location: 'https://me:secret@x.test/a' })).toEqual({ location: { code: 'urlSecret' } })
    expect(toFileObject({ ...form, location: ' https://x.test/a ', method: 'post' }, chainId)).toEqual({
      type: 'url',
      url: 'https://x.test/a',
      method: 'post',
    })
  })

  test('may be on this machine for a Provider that is, and for no other', () => {
    const hosts = [
      'localhost:3000',
      '127.0.0.1',
      '2130706433',
      '10.1.2.3',
      '192.168.0.1',
      '169.254.169.254',
      '[::1]',
      'nas.local',
    ]
    for (const host of hosts) {
      expect(fault({ location: `http://${host}/a` })).toEqual({})
      expect(fault({ location: `http://${host}/a` }, true)).toEqual({ location: { code: 'privateUrl' } })
    }
    expect(fault({ location: 'https://8.8.8.8/a' }, true)).toEqual({})
    expect(fault({ location: 'https://example.org/a' }, true)).toEqual({})
  })

  test('may come from IPFS, Arweave, a graph or a contract', () => {
    const hash = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'
    expect(toFileObject({ ...form, type: 'ipfs', location: `ipfs://${hash}` }, chainId)).toEqual({ type: 'ipfs', hash })
    expect(fault({ type: 'ipfs', location: 'https://ipfs.io/ipfs/x' })).toEqual({ location: { code: 'ipfs' } })
    expect(fault({ type: 'arweave', location: 'short' })).toEqual({ location: { code: 'arweave' } })
    expect(fault({ type: 'graphql', location: 'https://x.test', query: ' ' })).toEqual({ query: { code: 'missing' } })
    expect(toFileObject({ ...form, type: 'smartcontract', location: address, abi: contract }, chainId)).toEqual({
      type: 'smartcontract',
      address,
      chainId,
      abi: JSON.parse(contract),
    })
    for (const [abi, code] of [
      ['{', 'abi'],
      ['[]', 'abi'],
      ['{"name":"a","stateMutability":"nonpayable"}', 'abiView'],
      ['{"name":"a","inputs":[{"type":"uint256"}],"stateMutability":"view"}', 'abiInputs'],
    ] as const)
      expect(fault({ type: 'smartcontract', location: address, abi })).toEqual({ abi: { code } })
  })

  test('carries headers, but none that could split a request or are not the publisher’s to set', () => {
    const location = 'https://x.test'
    const headers = [{ name: 'X-Key', value: 'a' }]
    expect(toFileObject({ ...form, location, headers }, chainId)).toMatchObject({ headers: { 'X-Key': 'a' } })
    const twice = [...headers, { name: 'x-key', value: 'b' }]
    expect(fault({ location, headers: twice }).headers?.[1]?.name?.code).toBe('duplicate')
    const broken = [
      { name: 'X-Key', value: 'a\r\nHost: b' },
      { name: 'Host', value: 'b' },
      { name: 'a b', value: '' },
    ]
    expect(fault({ location, headers: broken }).headers).toEqual([
      { value: { code: 'headerValue' } },
      { name: { code: 'headerOwn', value: 'Host' } },
      { name: { code: 'header' }, value: { code: 'missing' } },
    ])
    expect(toFileObject({ ...form, location, headers: broken }, chainId)).toBeUndefined()
  })
})

describe('the draft', () => {
  test('of a dataset trusts the algorithm published just before it, once', () => {
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

test('Services with a name, a file or a time limit of their own are written as drawn up', () => {
  const file = { ...emptyFileForm(), location: 'https://x.test/sample.csv' }
  const form = filled('dataset', {
    services: [
      { type: 'compute', name: ' Whole ' },
      { type: 'access', name: '', file, timeout: 0 },
    ],
  })
  expect(buildDraft({ form, chainId })).toMatchObject({
    files: [{ url: 'https://x.test/a.csv' }],
    services: [
      { type: 'compute', name: 'Whole', compute: { allowRawAlgorithm: false } },
      { type: 'access', timeout: 0, files: [{ url: 'https://x.test/sample.csv' }] },
    ],
  })
  expect(buildDraft({ form: filled('dataset'), chainId })).not.toHaveProperty('services')
})

test('The example points both files at the app itself and can be published as it is', () => {
  const texts = english.publish.examples.branin.texts
  const form = fillExample('branin', { origin: 'http://localhost:3000', texts, current: emptyPublishForm() })
  expect(form.dataset.file.location).toBe('http://localhost:3000/samples/branin.arff')
  expect(form.algorithm.file.location).toBe('http://localhost:3000/samples/gpr.py')
  expect(checkForm(form.dataset, local)).toEqual({})
  expect(checkForm(form.algorithm, local)).toEqual({})
})
