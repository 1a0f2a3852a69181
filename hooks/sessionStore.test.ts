import { beforeEach, expect, test, vi } from 'vitest'

const address = '0xAbCdef0000000000000000000000000000000001'
const providerUrl = 'http://provider.test'
const inAnHour = () => Math.floor(Date.now() / 1_000) + 3_600

beforeEach(() => {
  vi.resetModules()
})

test('An open session is listed with its end and without its token, for its own account only', async () => {
  const { sessionStore } = await import('./sessionStore')
  const expiresAt = inAnHour()
  sessionStore.set({ providerUrl, address }, { token: 'secret', expiresAt })
  const text = sessionStore.list(address)
  expect(sessionStore.parseList(text)).toEqual([{ providerUrl, expiresAt }])
  expect(text).not.toContain('secret')
  expect(sessionStore.list(address.replace('01', '02'))).toBe('[]')
})

test('A session that has run out is neither listed nor given', async () => {
  const { sessionStore } = await import('./sessionStore')
  sessionStore.set({ providerUrl, address }, { token: 'secret', expiresAt: 1_000 })
  expect(sessionStore.get({ providerUrl, address })).toBeUndefined()
  expect(sessionStore.list(address)).toBe('[]')
})

test('Whoever watches hears of a beginning and of an end', async () => {
  const { sessionStore } = await import('./sessionStore')
  const heard = vi.fn()
  const leave = sessionStore.subscribe(heard)
  sessionStore.set({ providerUrl, address }, { token: 'secret', expiresAt: inAnHour() })
  sessionStore.delete({ providerUrl, address })
  leave()
  sessionStore.delete({ providerUrl, address })
  expect(heard).toHaveBeenCalledTimes(2)
})
