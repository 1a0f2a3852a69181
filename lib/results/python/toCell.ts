import type { Cell } from '../types'
import { narrow } from '../unpickle/integers'
import { NPScalar } from '../unpickle/values/NPScalar'
import { PyGlobal } from '../unpickle/values/PyGlobal'
import { PyObject } from '../unpickle/values/PyObject'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { formatTicks } from './formatTicks'
import { pandasScalar } from './pandasScalar'
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
  if (value instanceof PyObject) {
    const scalar = pandasScalar(value)
    return scalar === undefined ? value.path : scalar
  }
  const text = pythonText(value)
  if (text) return text
  return Array.isArray(value)
    ? `list of ${value.length}`
    : value instanceof PyTuple
      ? `tuple of ${value.items.length}`
      : 'object'
}
