import { describe, expect, it } from 'vitest'
import { countChanges, noChanges, toAllowDraft, toggle } from './allowChanges'

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

  it('are taken back by marking again', () => {
    expect(toggle(toggle([], 'a'), 'a')).toEqual([])
  })
})
