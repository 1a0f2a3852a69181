import type { Session, SessionKey, SessionStore } from '@/lib/ocean'

const prefix = 'oc:session:'
const memory = new Map<string, Session>()
const listeners = new Set<() => void>()

export type OpenSession = { providerUrl: string /** Unix seconds. */; expiresAt: number }

/** Provider tokens of this tab: they end with the tab, and never reach a URL or another tab. */
export const sessionStore: SessionStore & {
  subscribe(listener: () => void): () => void
  /** The sessions of an account as text, which is the same as long as they are; read by `parseList`. Without the tokens. */
  list(address: string): string
  parseList(text: string): OpenSession[]
} = {
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
    for (const listener of listeners) listener()
  },
  delete(key) {
    const name = toName(key)
    memory.delete(name)
    storage()?.removeItem(name)
    for (const listener of listeners) listener()
  },
  subscribe(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  list(address) {
    const end = `:${address.toLowerCase()}`
    const names = new Set([...memory.keys(), ...Object.keys(storage() ?? {})])
    const open = [...names]
      .filter((name) => name.startsWith(prefix) && name.endsWith(end))
      .sort()
      .flatMap((name) => {
        const providerUrl = name.slice(prefix.length, -end.length)
        const session = sessionStore.get({ providerUrl, address })
        return session ? [{ providerUrl, expiresAt: session.expiresAt }] : []
      })
    return JSON.stringify(open)
  },
  parseList: (text) => JSON.parse(text) as OpenSession[],
}

function toName({ providerUrl, address }: SessionKey): string {
  return `${prefix}${providerUrl}:${address.toLowerCase()}`
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
