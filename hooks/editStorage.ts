const prefix = 'oc:edit:'
const limit = 20
const longest = 100_000

type Stored = { savedAt: number; value: unknown }

/** What was typed and not saved yet, in `localStorage`: at most 20 forms, oldest dropped first. */
export const editStorage = {
  load(key: string): unknown {
    return read(`${prefix}${key}`)?.value
  },
  save(key: string, value: unknown): void {
    try {
      const text = JSON.stringify({ savedAt: Date.now(), value } satisfies Stored)
      if (text.length > longest) return
      localStorage.setItem(`${prefix}${key}`, text)
      prune()
    } catch {
      // A full or forbidden storage costs the safety of a reload, not the form.
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(`${prefix}${key}`)
    } catch {
      // What could not be stored need not be removed.
    }
  },
}

function read(name: string): Stored | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return typeof stored === 'object' && stored !== null && 'savedAt' in stored ? (stored as Stored) : undefined
  } catch {
    return undefined
  }
}

function prune(): void {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  const byAge = names.sort((a, b) => (read(b)?.savedAt ?? 0) - (read(a)?.savedAt ?? 0))
  for (const name of byAge.slice(limit)) localStorage.removeItem(name)
}
