import { describe, expect, it } from 'vitest'
import { buildDdo } from '../testing/buildDdo'
import { isIsoDate } from './isIsoDate'
import { UnknownSchemaVersionError, validateDdo } from './validateDdo'

const valid = () =>
  buildDdo({
    nft: '0xa331155197F70e5e1EA0CC2A1f9ddB1D49A9C1De',
    datatoken: '0x1a642f0E3c3aF545E7AcBD38b07251B3990914F1',
    did: 'did:op:3dfcc20f9727c242e429b86c25a3e7be29495a06ccb844398a0a4aa8d9f196fe',
    chainId: 8996,
    name: 'Branin',
  })
type Ddo = ReturnType<typeof valid>
const change = (edit: (ddo: Ddo & Record<string, unknown>) => void): Record<string, unknown> => {
  const ddo = valid()
  edit(ddo)
  return JSON.parse(JSON.stringify(ddo))
}
const algorithm = (container: object) => ({
  metadata: { ...valid().metadata, type: 'algorithm', algorithm: { language: 'python', version: '0.1', container } },
})
const container = {
  entrypoint: 'python $ALGO',
  image: 'oceanprotocol/algo_dockers',
  tag: 'python-branin',
  checksum: 'sha256:82',
}
const parameter = { name: 'n', type: 'number', label: 'N', required: true, description: 'how many', default: '3' }

describe('a valid document', () => {
  it.each([
    ['a dataset', valid()],
    ['stale additions of an indexer', { ...valid(), event: {}, nft: null, stats: { orders: 1 }, extra: [1] }],
    ['an algorithm', { ...valid(), ...algorithm(container) }],
    ['consumer parameters', change((ddo) => Object.assign(ddo.services[0] ?? {}, { consumerParameters: [parameter] }))],
    [
      'optional values of null and empty lists',
      change((ddo) => Object.assign(ddo.metadata, { tags: [], links: null })),
    ],
    [
      'dates without zone or with microseconds',
      change((ddo) => Object.assign(ddo.metadata, { created: '2023-11-14T22:13:20.123456' })),
    ],
    ['line breaks in a description', change((ddo) => Object.assign(ddo.metadata, { description: 'a\n\nb' }))],
    ['credentials', change((ddo) => Object.assign(ddo.credentials, { deny: [{ type: 'address', values: ['0x1'] }] }))],
    ['@context as an object', { ...valid(), '@context': {} }],
    [
      'a lower-case data NFT address',
      change((ddo) => Object.assign(ddo, { nftAddress: ddo.nftAddress.toLowerCase() })),
    ],
  ])('may have %s', (_title, ddo) => {
    expect(validateDdo(ddo)).toEqual({})
  })

  it('may be of any known version', () => {
    for (const version of ['4.0.0', '4.1.0', '4.3.0', '4.5.0']) expect(validateDdo({ ...valid(), version })).toEqual({})
  })
})

describe('a faulty document', () => {
  it.each([
    ['@context', { ...valid(), '@context': undefined }],
    ['metadata', { ...valid(), metadata: undefined }],
    ['metadata', change((ddo) => Object.assign(ddo.metadata, { name: undefined }))],
    ['metadata', change((ddo) => Object.assign(ddo.metadata, { name: 3 }))],
    ['metadata', change((ddo) => Object.assign(ddo.metadata, { created: 'yesterday' }))],
    ['metadata', { ...valid(), ...algorithm({ ...container, tag: undefined }) }],
    ['services', { ...valid(), services: [] }],
    ['services', { ...valid(), services: 'bla' }],
    ['services', change((ddo) => Object.assign(ddo.services[0] ?? {}, { timeout: '3600' }))],
    ['services', change((ddo) => Object.assign(ddo.services[1]?.compute ?? {}, { allowRawAlgorithm: null }))],
    [
      'services',
      change((ddo) => Object.assign(ddo.services[0] ?? {}, { consumerParameters: [{ ...parameter, default: 3 }] })),
    ],
    ['services', change((ddo) => Object.assign(ddo.services[0] ?? {}, { type: 'access\nor not' }))],
    ['credentials', change((ddo) => Object.assign(ddo.credentials, { allow: [{ type: 'address' }] }))],
    ['chainId', { ...valid(), chainId: '8996' }],
    ['chainId', { ...valid(), chainId: undefined }],
    ['nftAddress', { ...valid(), nftAddress: '0x12' }],
    ['id', { ...valid(), id: 'did:op:123' }],
    ['id', { ...valid(), chainId: 1 }],
  ])('is blamed on its %s', (field, ddo) => {
    expect(Object.keys(validateDdo(ddo))).toContain(field)
  })

  it('names the shape a nested fault belongs to', () => {
    const errors = validateDdo(change((ddo) => Object.assign(ddo.services[0] ?? {}, { files: undefined })))
    expect(errors).toEqual({
      services: 'Value does not conform to Shape schema:ServiceShape (files: Less than 1 values on schema:files)',
    })
  })

  it('is held to lengths from 4.3.0 on and to lower bounds from 4.5.0 on', () => {
    const long = change((ddo) => Object.assign(ddo.metadata, { name: 'x'.repeat(513) }))
    expect([validateDdo(long), Object.keys(validateDdo({ ...long, version: '4.3.0' }))]).toEqual([{}, ['metadata']])
    const short = change((ddo) => Object.assign(ddo.metadata, { name: 'x' }))
    expect(validateDdo({ ...short, version: '4.3.0' })).toEqual({})
    expect(Object.keys(validateDdo({ ...short, version: '4.5.0' }))).toEqual(['metadata'])
    expect(validateDdo({ ...valid(), services: [], version: '4.5.0' })).toEqual({})
  })

  it('of an unknown version is not judged at all', () => {
    expect(() => validateDdo({ ...valid(), version: '9.9.9' })).toThrow(UnknownSchemaVersionError)
  })
})

describe('isIsoDate', () => {
  it.each([
    '2024-02-29',
    '2024-05-01T10:00:00Z',
    '2024-05-01 10:00',
    '2024-05-01T10:00:00.123+02:00',
    '2024-05-01T10:00:00ZZ',
  ])('takes %s', (text) => expect(isIsoDate(text)).toBe(true))
  it.each(['', '2023-02-29', '2024-13-01', '2024-05-01T25:00:00', '01.05.2024', '2024-05-01T10:00:00.000X', 'now'])(
    'refuses %j',
    (text) => expect(isIsoDate(text)).toBe(false),
  )
})
