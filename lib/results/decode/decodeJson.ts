import type { Payload } from '../python/arrayToResult'
import type { ArrayResult, DecodeLimits, TableResult, TextResult, TreeResult } from '../types'
import { arrayFromNumbers } from './arrayFromNumbers'
import { buildTree, type Description } from './buildTree'
import { decodeText } from './decodeText'
import { parseLooseJson } from './parseLooseJson'
import { recordsToTable } from './recordsToTable'

export type JsonResult = Payload<ArrayResult> | Payload<TableResult> | Payload<TextResult> | Payload<TreeResult>

/** JSON: numbers in regular lists become an array, lists of flat objects a table, everything else a tree. */
export function decodeJson(bytes: Uint8Array, limits: DecodeLimits): JsonResult {
  const plain = decodeText(bytes, limits.textLength)
  let value: unknown
  try {
    value = parseLooseJson(new TextDecoder().decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return plain
    throw error
  }
  const tree = buildTree(value, describe, { nodes: limits.treeNodes, membersPerNode: 1000 })
  if (typeof value === 'number') return { ...plain, tree }
  return arrayFromNumbers(value, tree) ?? recordsToTable(value, { tree, rows: limits.rows }) ?? { kind: 'tree', tree }
}

function describe(value: unknown): Description<unknown> {
  if (Array.isArray(value)) return { type: 'array', text: '', length: value.length, members: numbered(value) }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    return { type: 'object', text: '', length: entries.length, members: entries }
  }
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 200)) : String(value)
  return {
    type: value === null ? 'null' : typeof value,
    text,
    ...(typeof value === 'string' ? { length: value.length } : {}),
  }
}

function* numbered(items: readonly unknown[]): Generator<readonly [string, unknown]> {
  for (const [at, item] of items.entries()) yield [String(at), item]
}
