import { makeColumn } from '../table/makeColumn'
import type { Cell, Column } from '../types'
import { floatText } from './floatText'

export type Bounds = { left: Column; right: Column; closed: string }

/** Intervals as pandas prints them, such as `(0, 1]`. */
export function intervalColumn(name: string, { left, right, closed }: Bounds): Column | undefined {
  if (left.values.length !== right.values.length) return undefined
  const values = Array.from({ length: left.values.length }, (_, at): Cell => {
    const [from, to] = [bound(left, at), bound(right, at)]
    return from === null || to === null ? null : intervalText(from, to, closed)
  })
  return makeColumn({ name, kind: 'text', dtype: `interval[${left.dtype}, ${closed}]`, values })
}

export function intervalText(from: string, to: string, closed: string): string {
  const opening = closed === 'left' || closed === 'both' ? '[' : '('
  return `${opening}${from}, ${to}${closed === 'right' || closed === 'both' ? ']' : ')'}`
}

function bound({ kind, values, missing }: Column, at: number): string | null {
  const value = values[at] ?? null
  if (value === null || missing?.[at] || Number.isNaN(value)) return null
  if (kind === 'float') return floatText(Number(value))
  return String(value).replace(/(?<=\d)T(?=\d)/, ' ')
}
