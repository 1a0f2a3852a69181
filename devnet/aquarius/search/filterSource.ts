import { isObject } from '../validation/checkShape'
import { QueryError } from './query'
import { allowKeys, readObject } from './reading'

export type SourceFilter = (document: unknown) => unknown

/** Reads `_source`: whether to send documents, or which paths of them. Undefined means without. */
export function parseSource(value: unknown): SourceFilter | undefined {
  if (value === undefined || value === null || value === true) return (document) => document
  if (value === false) return undefined
  if (typeof value === 'string' || Array.isArray(value)) return filterOf(readPatterns(value), [])
  const options = readObject(value, ['_source'])
  allowKeys(options, ['includes', 'include', 'excludes', 'exclude'], ['_source'])
  return filterOf(
    readPatterns(options.includes ?? options.include ?? []),
    readPatterns(options.excludes ?? options.exclude ?? []),
  )
}

function readPatterns(value: unknown): RegExp[] {
  const list = Array.isArray(value) ? value : [value]
  return list.map((pattern) => {
    if (typeof pattern !== 'string') throw new QueryError('Field names are expected', ['_source'])
    const literal = (text: string) => text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
    return new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`)
  })
}

function filterOf(includes: readonly RegExp[], excludes: readonly RegExp[]): SourceFilter {
  const matches = (patterns: readonly RegExp[], path: string) => patterns.some((pattern) => pattern.test(path))
  const visit = (value: unknown, path: string, included: boolean): unknown => {
    if (path && matches(excludes, path)) return undefined
    const wanted = included || !includes.length || (path !== '' && matches(includes, path))
    if (Array.isArray(value)) {
      const items = value.map((item) =>
        isObject(item) || Array.isArray(item) ? visit(item, path, wanted) : wanted ? item : undefined,
      )
      const kept = items.filter((item) => item !== undefined)
      return kept.length || wanted ? kept : undefined
    }
    if (!isObject(value)) return wanted ? value : undefined
    const entries = Object.entries(value).map(
      ([key, item]) => [key, visit(item, path ? `${path}.${key}` : key, wanted)] as const,
    )
    const kept = entries.filter(([, item]) => item !== undefined)
    return kept.length || wanted || !path ? Object.fromEntries(kept) : undefined
  }
  return (document) => visit(document, '', false)
}
