import { makeColumn } from '../table/makeColumn'
import type { Column } from '../types'
import { toIndex } from '../unpickle/handlers/Handler'
import type { PyDict } from '../unpickle/values/PyDict'
import type { PyValue } from '../unpickle/values/PyValue'
import { intervalColumn } from './intervalColumn'

const rangeLimit = 10_000_000

type Read = (name: string, values: PyValue) => Column | undefined

/** The labels of an index with one level, from the fields that pandas pickles; `read` reads its arrays. */
export function axisColumn(name: string, fields: PyDict, read: Read): Column | undefined {
  if (fields.has('stop')) return rangeColumn(name, fields)
  const closed = fields.get('closed')
  if (typeof closed !== 'string') return read(name, fields.get('data') ?? null)
  const left = read(name, fields.get('left') ?? null)
  const right = read(name, fields.get('right') ?? null)
  return left && right && intervalColumn(name, { left, right, closed })
}

function rangeColumn(name: string, fields: PyDict): Column | undefined {
  const start = toIndex(fields.get('start') ?? 0)
  const stop = toIndex(fields.get('stop'))
  const step = toIndex(fields.get('step') ?? 1)
  if (start === undefined || stop === undefined || !step) return undefined
  const length = Math.max(0, Math.ceil((stop - start) / step))
  if (length > rangeLimit) return undefined
  const values = Float64Array.from({ length }, (_, at) => start + at * step)
  return makeColumn({ name, kind: 'integer', dtype: 'int64', values })
}
