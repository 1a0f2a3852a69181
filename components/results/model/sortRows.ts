import type { Cell } from '@/lib/results/types'
import type { TableColumn } from './tableSource'

export type Sorting = { column: number; descending: boolean }

const collator = new Intl.Collator('en')

/**
 * Row numbers in the order of one column: numbers by size, text by the alphabet, missing values last either way, equal ones in the
 * order of the file. A million rows take a fraction of a second: rows are counted into place, only different texts are compared.
 */
export function sortRows(parameters: { column: TableColumn; rowCount: number; descending: boolean }): Uint32Array {
  const { column, rowCount, descending } = parameters
  const keys = new Float64Array(rowCount)
  let others: Cell[] | undefined
  for (let row = 0; row < rowCount; row++) {
    const cell = column.cell(row)
    if (typeof cell === 'string' || typeof cell === 'bigint') {
      others = Array.from({ length: rowCount }, (_, index) => column.cell(index))
      break
    }
    keys[row] = cell === null ? Number.NaN : Number(cell)
  }
  return orderOf(others ? ranksOf(others) : keys, descending)
}

/** The place of each cell's value among the different ones; not a number where there is none. */
function ranksOf(cells: readonly Cell[]): Float64Array {
  const distinct = [...new Set(cells)].filter((cell) => cell !== null && !Number.isNaN(cell)).sort(compare)
  const ranks = new Map(distinct.map((cell, rank) => [cell, rank]))
  return Float64Array.from(cells, (cell) => ranks.get(cell) ?? Number.NaN)
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'string' || typeof b === 'string') return collator.compare(String(a), String(b))
  const left = a ?? 0
  const right = b ?? 0
  return left < right ? -1 : left > right ? 1 : 0
}

const digit = 16
const buckets = 1 << digit

/** Sorts positions by their keys, 16 bits of the keys at a time; stable, what is not a number at the end. */
function orderOf(keys: Float64Array, descending: boolean): Uint32Array {
  const words = new Uint32Array(keys.length * 2)
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2)
  for (let index = 0; index < keys.length; index++) {
    const missing = Number.isNaN(keys[index])
    // Zero has two signs, which are one value.
    const zero = keys[index] === 0
    const low = zero ? 0 : (bits[index * 2] as number)
    const high = zero ? 0 : (bits[index * 2 + 1] as number)
    const negative = high >>> 31 === 1
    const ordered = negative !== descending ? 0xffffffff : 0
    words[index * 2] = missing ? 0xffffffff : low ^ ordered
    words[index * 2 + 1] = missing ? 0xffffffff : high ^ (negative ? ordered : ordered ^ 0x80000000)
  }
  let from = Uint32Array.from(keys, (_, index) => index)
  let to = new Uint32Array(keys.length)
  for (let pass = 0; pass < 4; pass++) {
    const word = pass >> 1
    const shift = (pass & 1) * digit
    const counts = new Uint32Array(buckets)
    const bucketOf = (index: number) => ((words[index * 2 + word] as number) >>> shift) & (buckets - 1)
    for (let index = 0; index < keys.length; index++) counts[bucketOf(index)] = (counts[bucketOf(index)] as number) + 1
    let sum = 0
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = counts[bucket] as number
      counts[bucket] = sum
      sum += count
    }
    for (const index of from) {
      const bucket = bucketOf(index)
      const place = counts[bucket] as number
      counts[bucket] = place + 1
      to[place] = index
    }
    ;[from, to] = [to, from]
  }
  return from
}
