import { describe, expect, it } from 'vitest'
import { allowChangesSchema, countChanges, fitChanges, noChanges, toAllowDraft, toggle } from './allowChanges'

describe('changes to an allow-list', () => {
  it('are nothing until something is marked', () => {
    expect(countChanges(noChanges)).toBe(0)
    expect(toAllowDraft('did:op:1', noChanges)).toEqual({ did: 'did:op:1' })
  })

  it('repair an entry by adding it again', () => {
    const changes = { ...noChanges, add: ['a'], repair: ['b'], remove: ['c'], removePublishers: ['0x1'] as const }
    expect(toAllowDraft('did:op:1', changes)).toEqual({
      did: 'did:op:1',
      add: [{ did: 'a' }, { did: 'b' }],
      remove: ['c'],
      removePublishers: ['0x1'],
    })
    expect(countChanges(changes)).toBe(4)
  })

  it('lose what the list says already, or no longer, when it was saved from elsewhere', () => {
    const changes = {
      ...{ add: ['a', 'b'], remove: ['a', 'x'], repair: ['x'] },
      ...{ addPublishers: ['0xA'] as const, removePublishers: ['0xb'] as const },
    }
    const algorithms = [{ did: 'a', filesChecksum: '', containerSectionChecksum: '' }]
    expect(fitChanges(changes, { algorithms, publishers: ['0xa'] })).toEqual({
      ...noChanges,
      ...{ add: ['b'], remove: ['a'] },
    })
  })

  it('are read back only when they are changes', () => {
    const kept = JSON.parse(JSON.stringify({ ...noChanges, add: [`did:op:${'a'.repeat(64)}`] }))
    expect(allowChangesSchema.safeParse(kept).success).toBe(true)
    for (const wrong of [null, {}, { ...noChanges, add: ['x'] }, { ...noChanges, addPublishers: ['0x1'] }])
      expect(allowChangesSchema.safeParse(wrong).success).toBe(false)
  })

  it('are taken back by marking again', () => {
    expect(toggle(toggle([], 'a'), 'a')).toEqual([])
  })
})
