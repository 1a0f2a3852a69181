import type { SessionStore } from '../types/client'

/** Keeps Provider tokens in memory: they end with the page. */
export function createSessionStore(): SessionStore {
  const sessions = new Map<string, { token: string; expiresAt: number }>()
  const name = (key: { providerUrl: string; address: string }) => `${key.providerUrl} ${key.address.toLowerCase()}`
  return {
    get: (key) => sessions.get(name(key)),
    set: (key, session) => void sessions.set(name(key), session),
    delete: (key) => void sessions.delete(name(key)),
  }
}
