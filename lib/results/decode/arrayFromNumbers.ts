import type { Payload } from '../python/arrayToResult'
import { summarizeNumbers } from '../statistics/summarizeNumbers'
import type { ArrayResult, TreeNode } from '../types'

const depthLimit = 4

/** A regular list of lists of numbers as an array; `undefined` for everything else. `null` is read as NaN. */
export function arrayFromNumbers(value: unknown, tree: TreeNode): Payload<ArrayResult> | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const shape: number[] = []
  for (let level: unknown = value; Array.isArray(level) && shape.length < depthLimit; level = level[0])
    shape.push(level.length)
  let members: unknown[] = value
  for (const length of shape.slice(1)) {
    if (!members.every((row) => Array.isArray(row) && row.length === length)) return undefined
    members = members.flat()
  }
  let any = false
  let integers = true
  const data = new Float64Array(members.length)
  for (const [at, item] of members.entries()) {
    if (typeof item !== 'number' && item !== null) return undefined
    const number = item ?? Number.NaN
    any ||= item !== null
    integers &&= Number.isInteger(number)
    data[at] = number
  }
  if (!any) return undefined
  const elements = integers ? 'integer' : 'float'
  return { kind: 'array', shape, dtype: 'list', elements, data, summary: summarizeNumbers(data), tree }
}
