import type { Session, SessionKey, SessionStore } from '@/lib/ocean'

const memory = new Map<string, Session>()

/** Provider tokens of this tab: they end with the tab, and never reach a URL or another tab. */
export const sessionStore: SessionStore = {
  get(key) {
    const name = toName(key)
    const session = memory.get(name) ?? read(name)
    if (!session || session.expiresAt * 1_000 <= Date.now()) return undefined
    return session
  },
  set(key, session) {
    const name = toName(key)
    memory.set(name, session)
    storage()?.setItem(name, JSON.stringify(session))
  },
  delete(key) {
    const name = toName(key)
    memory.delete(name)
    storage()?.removeItem(name)
  },
}

function toName({ providerUrl, address }: SessionKey): string {
  return `oc:session:${providerUrl}:${address.toLowerCase()}`
}

function storage(): Storage | undefined {
  return typeof window === 'undefined' ? undefined : window.sessionStorage
}

function read(name: string): Session | undefined {
  try {
    const value: unknown = JSON.parse(storage()?.getItem(name) ?? 'null')
    if (typeof value !== 'object' || value === null) return undefined
    const { token, expiresAt } = value as Partial<Session>
    return typeof token === 'string' && typeof expiresAt === 'number' ? { token, expiresAt } : undefined
  } catch {
    return undefined
  }
}
