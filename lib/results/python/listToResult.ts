import { summarizeNumbers } from '../statistics/summarizeNumbers'
import type { ArrayResult } from '../types'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import type { Payload } from './arrayToResult'

const depthLimit = 4

/** A list of numbers, or a regular list of such lists, as an array; `undefined` for everything else. */
export function listToResult(value: PyValue): Payload<ArrayResult> | undefined {
  const shape: number[] = []
  let members = itemsOf(value)
  if (!members) return undefined
  for (let level: readonly PyValue[] = members; shape.length < depthLimit; ) {
    shape.push(level.length)
    const first = itemsOf(level[0] ?? null)
    if (!first) break
    level = first
  }
  for (const length of shape.slice(1)) {
    const next: PyValue[] = []
    for (const row of members) {
      const items = itemsOf(row)
      if (items?.length !== length) return undefined
      for (const item of items) next.push(item)
    }
    members = next
  }
  if (members.length === 0) return undefined
  const data = new Float64Array(members.length)
  let integers = true
  for (let at = 0; at < members.length; at += 1) {
    const item = members[at]
    const number = typeof item === 'bigint' ? Number(item) : item
    if (typeof number !== 'number' || (typeof item === 'bigint' && !Number.isSafeInteger(number))) return undefined
    if (integers && !Number.isInteger(number)) integers = false
    data[at] = number
  }
  return {
    kind: 'array',
    shape,
    dtype: 'list',
    elements: integers ? 'integer' : 'float',
    data,
    summary: summarizeNumbers(data),
  }
}

function itemsOf(value: PyValue): readonly PyValue[] | undefined {
  if (Array.isArray(value)) return value
  return value instanceof PyTuple ? value.items : undefined
}
