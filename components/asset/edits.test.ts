import { describe, expect, it } from 'vitest'
import { emptyFileForm } from '@/components/publish/model/form'
import { algorithmFixture, datasetFixture } from '@/lib/asset/assets.fixture'
import { toAccess, toAccessChanges } from './accessEdit'
import { checkMetadata, toMetadataChanges, toMetadataFields } from './metadataEdit'
import { checkServiceEdit, toServiceChanges } from './serviceEdit'

const address = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e'

describe('an edit of the description', () => {
  const asset = datasetFixture()

  it('changes only what differs, without the blanks around it', () => {
    expect(toMetadataChanges(asset, undefined)).toEqual({})
    expect(toMetadataChanges(asset, { name: ` ${asset.metadata.name} ` })).toEqual({})
    expect(toMetadataChanges(asset, { name: ' New ', tags: [' a', 'b'] })).toEqual({ name: 'New', tags: ['a', 'b'] })
    expect(toMetadataFields(asset, { license: 'MIT' })).toMatchObject({ license: 'MIT', name: asset.metadata.name })
  })

  it('of an algorithm keeps of its container what is not touched', () => {
    const algorithm = algorithmFixture()
    const { container } = algorithm.metadata.algorithm ?? {}
    expect(toMetadataChanges(algorithm, { tag: '2' })).toEqual({
      algorithm: { ...algorithm.metadata.algorithm, container: { ...container, tag: '2' } },
    })
  })

  it('finds fault with what was typed, not with what was published otherwise', () => {
    const odd = { ...asset, metadata: { ...asset.metadata, author: '' } }
    expect(checkMetadata(odd, { edit: { name: 'New' }, local: true })).toEqual({})
    expect(checkMetadata(odd, { edit: { author: ' ', links: ['ftp://x.test'] }, local: true })).toEqual({
      author: { code: 'missing' },
      links: { code: 'scheme', value: 'ftp://x.test' },
    })
    expect(checkMetadata(asset, { edit: { links: ['http://10.0.0.1'] }, local: false }).links?.code).toBe('privateUrl')
  })
})

describe('an edit of a service', () => {
  const [, compute] = datasetFixture().services
  const change = (edit: Parameters<typeof checkServiceEdit>[0]) =>
    compute && toServiceChanges(compute, { edit, chainId: 8996 })

  it('changes only what differs', () => {
    expect(change({})).toBeUndefined()
    expect(change({ timeout: compute?.timeout, name: compute?.name })).toBeUndefined()
    expect(change({ timeout: 7, allowRawAlgorithm: !compute?.compute?.allowRawAlgorithm })).toEqual({
      ...{ id: compute?.id, timeout: 7 },
      compute: { allowRawAlgorithm: !compute?.compute?.allowRawAlgorithm },
    })
  })

  it('puts another file in place of the present one, once it names one that can be fetched', () => {
    const file = { ...emptyFileForm(), location: 'https://x.test/new.csv' }
    expect(change({ file })?.files).toEqual([{ type: 'url', url: file.location, method: 'get' }])
    const none = { ...file, location: 'javascript:1' }
    expect(change({ file: none })).toBeUndefined()
    expect(checkServiceEdit({ file: none }, { local: true })).toEqual({ file: { location: { code: 'scheme' } } })
  })
})

describe('an edit of the access lists', () => {
  const asset = { credentials: { allow: [{ type: 'address', values: [address] }], deny: [] } }

  it('is none while the lists hold the same accounts, in whatever letters', () => {
    expect(toAccess(asset)).toEqual({ allow: [address], deny: [] })
    expect(toAccessChanges(asset, { allow: [address.toLowerCase()], deny: [] })).toBeUndefined()
  })

  it('writes both lists, so that neither is lost', () => {
    expect(toAccessChanges(asset, { allow: [address], deny: [address.toLowerCase()] })).toEqual({
      allow: [address],
      deny: [address],
    })
    expect(toAccessChanges(asset, { allow: [], deny: [] })).toEqual({ allow: [], deny: [] })
  })
})
