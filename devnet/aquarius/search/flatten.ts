export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'long'
export type Leaf = { path: string } & (
  | { kind: 'text'; value: string }
  | { kind: 'long'; value: string }
  | { kind: 'number' | 'date'; value: number }
  | { kind: 'boolean'; value: boolean }
)

/** Elasticsearch keeps no exact copy of longer texts either. */
const longestKeyword = 256
const deepest = 40
const mostLeaves = 20_000

/**
 * The searchable values of a document by dotted path; lists count as several values of one path. Text that reads as a
 * date is a date besides, in ms since the epoch.
 */
export function flatten(document: unknown): Leaf[] {
  const leaves: Leaf[] = []
  const visit = (value: unknown, path: string, depth: number): void => {
    if (value === null || value === undefined || depth > deepest || leaves.length >= mostLeaves) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, path, depth + 1)
    } else if (typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item, path ? `${path}.${key}` : key, depth + 1)
    } else if (typeof value === 'string') {
      leaves.push({ path, kind: [...value].length > longestKeyword ? 'long' : 'text', value })
      const time = parseDate(value)
      if (time !== undefined) leaves.push({ path, kind: 'date', value: time })
    } else if (typeof value === 'number') {
      if (Number.isFinite(value)) leaves.push({ path, kind: 'number', value })
    } else if (typeof value === 'boolean') leaves.push({ path, kind: 'boolean', value })
  }
  visit(document, '', 0)
  return leaves
}

const datePattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}(?::\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?))?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** ms since the epoch of an ISO 8601 date; without a zone it is taken as UTC. */
export function parseDate(text: string): number | undefined {
  const match = datePattern.exec(text)
  if (!match) return undefined
  const [, day, time = '00:00:00', zone = 'Z'] = match
  const [clock = '', fraction = ''] = time.replace(',', '.').split('.')
  const full = clock.length === 2 ? `${clock}:00:00` : clock.length === 5 ? `${clock}:00` : clock
  const offset =
    zone === 'Z'
      ? 'Z'
      : zone.length === 3
        ? `${zone}:00`
        : zone.includes(':')
          ? zone
          : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const parsed = Date.parse(`${day}T${full}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`)
  return Number.isNaN(parsed) ? undefined : parsed
}
