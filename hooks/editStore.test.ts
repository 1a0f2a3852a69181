import { beforeEach, describe, expect, it, vi } from 'vitest'

class MemoryStorage {
  [name: string]: unknown
  getItem(name: string) {
    return Object.hasOwn(this, name) ? String(this[name]) : null
  }
  setItem(name: string, value: string) {
    this[name] = value
  }
  removeItem(name: string) {
    delete this[name]
  }
}

const loadPage = async () => {
  vi.resetModules()
  return (await import('./editStore')).editStore
}

beforeEach(() => {
  vi.stubGlobal('localStorage', new MemoryStorage())
})

describe('an unsaved form', () => {
  it('is there after the page was loaded anew, and says so', async () => {
    const before = await loadPage()
    before.set('a', { name: 'New' })
    expect(before.getSnapshot('a')).toEqual({ value: { name: 'New' }, restored: false })
    const after = await loadPage()
    expect(after.getSnapshot('a')).toEqual({ value: { name: 'New' }, restored: true })
    expect(after.getSnapshot('a')).toBe(after.getSnapshot('a'))
  })

  it('is gone once it is forgotten', async () => {
    const store = await loadPage()
    let told = 0
    store.subscribe('a', () => {
      told += 1
    })
    store.set('a', 1)
    store.set('a', undefined)
    expect(told).toBe(2)
    expect((await loadPage()).getSnapshot('a').value).toBeUndefined()
  })

  it('is one of twenty at most; the oldest goes first', async () => {
    vi.useFakeTimers({ now: 0 })
    const store = await loadPage()
    for (let form = 0; form < 25; form += 1) {
      vi.setSystemTime(form)
      store.set(String(form), form)
    }
    vi.useRealTimers()
    const after = await loadPage()
    expect(after.getSnapshot('4').value).toBeUndefined()
    expect(after.getSnapshot('5').value).toBe(5)
    expect(after.getSnapshot('24').value).toBe(24)
  })

  it('survives a storage that holds rubbish or refuses to hold anything', async () => {
    localStorage.setItem('oc:edit:a', '{')
    const store = await loadPage()
    expect(store.getSnapshot('a').value).toBeUndefined()
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    store.set('a', 2)
    expect(store.getSnapshot('a').value).toBe(2)
  })
})
