import type { Payload } from '../python/arrayToResult'
import type { ArrayResult, DecodeLimits, TableResult, TextResult, TreeResult } from '../types'
import { arrayFromNumbers } from './arrayFromNumbers'
import { buildTree, type Description } from './buildTree'
import { decodeCharacters } from './decodeCharacters'
import { decodeText } from './decodeText'
import { parseLooseJson } from './parseLooseJson'
import { recordsToTable } from './recordsToTable'

/** Larger ones are shown as text: their objects would take many times their size. */
const sizeLimit = 64 * 1024 ** 2

export type JsonResult = Payload<ArrayResult> | Payload<TableResult> | Payload<TextResult> | Payload<TreeResult>

/** JSON: numbers in regular lists become an array, lists of flat objects a table, everything else a tree. */
export function decodeJson(bytes: Uint8Array, limits: DecodeLimits): JsonResult {
  const plain = decodeText(bytes, limits.textLength)
  if (bytes.length > sizeLimit) return plain
  let value: unknown
  try {
    value = parse(decodeCharacters(bytes) ?? new TextDecoder().decode(bytes), limits.rows)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return plain
    throw error
  }
  const tree = buildTree(value, describe, { nodes: limits.treeNodes, membersPerNode: 1000 })
  if (typeof value === 'number') return { ...plain, tree }
  return arrayFromNumbers(value, tree) ?? recordsToTable(value, { tree, rows: limits.rows }) ?? { kind: 'tree', tree }
}

/** One document, or one object per line. */
function parse(text: string, rows: number): unknown {
  try {
    return parseLooseJson(text)
  } catch (error) {
    const lines = text.split('\n', rows + 1).filter((line) => line.trim() !== '')
    if (lines.length < 2) throw error
    return lines.map(parseLooseJson)
  }
}

function describe(value: unknown): Description<unknown> {
  if (Array.isArray(value)) return { type: 'array', text: '', length: value.length, members: numbered(value) }
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    return { type: 'object', text: '', length: keys.length, members: named(value, keys) }
  }
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 200)) : String(value)
  return {
    type: value === null ? 'null' : typeof value === 'bigint' ? 'number' : typeof value,
    text,
    ...(typeof value === 'string' ? { length: value.length } : {}),
  }
}

/** Read only as far as the tree goes: an object may have a million members. */
function* named(value: object, keys: readonly string[]): Generator<readonly [string, unknown]> {
  for (const key of keys) yield [key, value[key as keyof typeof value]]
}

function* numbered(items: readonly unknown[]): Generator<readonly [string, unknown]> {
  for (const [at, item] of items.entries()) yield [String(at), item]
}
