import type { Database } from '../../storage/openDatabase'
import { readFields } from './fields'
import type { Kind } from './flatten'

/** What a field name in a query stands for. */
export type Target = {
  path: string
  /** Whether exact text was asked for by the `.keyword` suffix. */
  exact: boolean
  /** The numbers of the path's fields by kind of value; empty when no document has the path. */
  kinds: Partial<Record<Kind, number>>
}
export type Mapping = {
  resolve(name: string): Target
  /** All paths that a name with `*` stands for. */
  expand(name: string): string[]
  /** The numbers of all fields at or below a path. */
  below(path: string): number[]
}

const suffix = '.keyword'

/** The paths of the stored documents, as dynamic mapping would have named them. */
export function createMapping(database: Database): Mapping {
  const paths = new Map<string, Partial<Record<Kind, number>>>()
  for (const { id, path, kind } of readFields(database).values()) {
    const kinds = paths.get(path) ?? {}
    kinds[kind] = id
    paths.set(path, kinds)
  }
  return {
    resolve(name) {
      const exact = name.endsWith(suffix) && !paths.has(name)
      const path = exact ? name.slice(0, -suffix.length) : name
      const kinds = paths.get(path) ?? {}
      return { path, exact, kinds: exact ? pickText(kinds) : kinds }
    },
    expand(name) {
      if (!name.includes('*')) return [name]
      const pattern = new RegExp(`^${name.split('*').map(escapeRegExp).join('.*')}$`)
      return [...paths.keys()].filter((path) => pattern.test(path))
    },
    below(name) {
      const exact = name.endsWith(suffix) && !paths.has(name)
      const path = exact ? name.slice(0, -suffix.length) : name
      const found = [...paths].filter(([known]) => known === path || (!exact && known.startsWith(`${path}.`)))
      return found.flatMap(([, kinds]) => Object.values(exact ? pickText(kinds) : kinds))
    },
  }
}

const pickText = ({ text }: Partial<Record<Kind, number>>) => (text === undefined ? {} : { text })

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
