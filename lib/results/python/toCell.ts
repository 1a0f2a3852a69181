import type { Cell } from '../types'
import { narrow } from '../unpickle/integers'
import { DType } from '../unpickle/values/DType'
import { NPScalar } from '../unpickle/values/NPScalar'
import { PyGlobal } from '../unpickle/values/PyGlobal'
import { PyObject } from '../unpickle/values/PyObject'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { formatTicks } from './formatTicks'
import { pythonText } from './pythonText'

/** A value as a table cell; containers become a short text. */
export function toCell(value: PyValue): Cell {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value
  if (typeof value === 'bigint') return narrow(value)
  if (value instanceof NPScalar) {
    if (value.dtype.kind === 'M' || value.dtype.kind === 'm')
      return typeof value.value === 'bigint' ? formatTicks(value.dtype, value.value) : null
    return value.value instanceof NPScalar ? null : toCell(value.value)
  }
  if (value instanceof PyGlobal && value.path === 'pandas._libs.missing.NA') return null
  if (value instanceof PyObject) return objectCell(value)
  const text = pythonText(value)
  if (text) return text
  return Array.isArray(value)
    ? `list of ${value.length}`
    : value instanceof PyTuple
      ? `tuple of ${value.items.length}`
      : 'object'
}

/** The scalars of pandas, which pickle as a call with a count of nanoseconds. */
function objectCell(value: PyObject): Cell {
  const [ticks, ...rest] = value.parameters.items
  const nanoseconds = typeof ticks === 'number' ? BigInt(Math.trunc(ticks)) : ticks
  if (value.path.startsWith('pandas._libs.tslibs.nattype.')) return null
  const instant = value.path === 'pandas._libs.tslibs.timestamps._unpickle_timestamp'
  const length = value.path === 'pandas._libs.tslibs.timedeltas._timedelta_unpickle'
  if ((!instant && !length) || typeof nanoseconds !== 'bigint') return value.path
  const resolution = Number(rest[instant ? 2 : 0] ?? 10)
  const name = { 7: 's', 8: 'ms', 9: 'us', 10: 'ns' }[resolution] ?? 'ns'
  const zoned = instant && (rest[1] ?? null) !== null
  const dtype = new DType({ kind: instant ? 'M' : 'm', itemSize: 8, unit: { name, count: 1 } })
  return `${formatTicks(dtype, nanoseconds)}${zoned ? 'Z' : ''}`
}
