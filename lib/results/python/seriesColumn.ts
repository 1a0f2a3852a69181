import { makeColumn } from '../table/makeColumn'
import type { Cell, Column } from '../types'
import { toIndex } from '../unpickle/handlers/Handler'
import { NDArray } from '../unpickle/values/NDArray'
import { PyTimeZone } from '../unpickle/values/PyDateTime'
import { PyDict } from '../unpickle/values/PyDict'
import { PyGlobal } from '../unpickle/values/PyGlobal'
import { PyObject } from '../unpickle/values/PyObject'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { arrowColumn } from './arrowColumn'
import { axisColumn } from './axisColumn'
import { categoryLabels } from './categoryLabels'
import { intervalColumn } from './intervalColumn'
import { frequencyOf, periodText } from './periodText'
import { sparseColumn } from './sparseColumn'
import { toColumn } from './toColumn'

/** One row of a block of several columns; the whole when the block is one-dimensional. */
export function takeRow(values: PyValue, row: number): PyValue | undefined {
  if (values instanceof NDArray) return rowOf(values, row)
  const held = values instanceof PyObject ? backing(values) : undefined
  if (!held || !(values instanceof PyObject) || held.array.shape.length < 2) return row === 0 ? values : undefined
  const one = new PyObject(values.type, values.parameters)
  const array = rowOf(held.array, row)
  if (array) one.state = new PyTuple([held.dtype, array])
  return array && one
}

function rowOf(array: NDArray, row: number): NDArray | undefined {
  if (array.shape.length === 1) return row === 0 ? array : undefined
  const [rows = 0, length = 0] = array.shape
  if (array.shape.length !== 2 || row >= rows) return undefined
  const { dtype, objects, bytes, strides } = array
  const [across = 0, along = 0] = strides
  const start = row * across
  const positions = along === 1 ? undefined : Array.from({ length }, (_, at) => start + at * along)
  if (objects) {
    const own = positions
      ? positions.map((position) => objects[position] ?? null)
      : objects.slice(start, start + length)
    return new NDArray(array.type, { shape: [length], dtype, objects: own })
  }
  const size = dtype.itemSize
  if (!positions)
    return new NDArray(array.type, {
      shape: [length],
      dtype,
      bytes: bytes.subarray(start * size, (start + length) * size),
    })
  const copy = new Uint8Array(length * size)
  positions.forEach((position, at) => {
    copy.set(bytes.subarray(position * size, (position + 1) * size), at * size)
  })
  return new NDArray(array.type, { shape: [length], dtype, bytes: copy })
}

/** A pandas or numpy array as a column; `undefined` for classes not understood. */
export function seriesColumn(name: string, values: PyValue): Column | undefined {
  if (values instanceof NDArray) return values.shape.length === 1 ? toColumn(name, values) : undefined
  if (!(values instanceof PyObject)) return undefined
  const fields = values.path.startsWith('pandas.core.indexes.') ? values.parameters.items[1] : undefined
  if (fields instanceof PyDict) return axisColumn(name, fields, seriesColumn)
  if (values.path.endsWith('.SparseArray')) return sparseColumn(name, values)
  if (/\.arrow\.|\.string_arrow\./.test(values.path)) return arrowColumn(name, values)
  if (classOf(values) === 'IntervalArray') return intervals(name, values)
  const [data, mask] = [values.attribute('_data'), values.attribute('_mask')]
  if (data instanceof NDArray && mask instanceof NDArray) return maskedColumn(name, { data, mask })
  const held = backing(values)
  if (held?.array.shape.length !== 1) return undefined
  const type = classOf(values)
  if (type === 'Categorical') return categorical(name, held)
  if (type === 'PeriodArray') return periods(name, held)
  if (type === 'DatetimeArray') return zoned(toColumn(name, held.array), held.dtype)
  if (type === 'TimedeltaArray' || type === 'PandasArray' || type === 'NumpyExtensionArray')
    return toColumn(name, held.array)
  return type.startsWith('StringArray') ? strings(name, held.array) : undefined
}

/** Class, element type and values of arrays that stand on a numpy array. */
function backing(value: PyObject): { dtype: PyValue; array: NDArray } | undefined {
  const members = value.state instanceof PyTuple ? value.state.items : undefined
  const [dtype, array] = members ?? [
    value.attribute('_dtype') ?? value.attribute('dtype') ?? null,
    value.attribute('_ndarray'),
  ]
  if (array instanceof NDArray) return { dtype: dtype ?? null, array }
  return dtype instanceof NDArray && array !== undefined ? { dtype: array, array: dtype } : undefined
}

function classOf(value: PyObject): string {
  const [first] = value.parameters.items
  return first instanceof PyGlobal ? first.name : (value.path.split('.').at(-1) ?? '')
}

function maskedColumn(name: string, { data, mask }: { data: NDArray; mask: NDArray }): Column | undefined {
  const column = toColumn(name, data)
  const missing = Uint8Array.from(mask.values(), (hidden) => (hidden ? 1 : 0))
  if (missing.length !== column.values.length) return undefined
  const word =
    data.dtype.kind === 'b'
      ? 'boolean'
      : data.dtype.name.replace(/^(u?)([if])/, (_, u, rest) => `${u.toUpperCase()}${rest.toUpperCase()}`)
  const { summary: _summary, ...rest } = column
  return makeColumn({ ...rest, dtype: word, ...(missing.includes(1) ? { missing } : {}) })
}

function zoned(column: Column, dtype: PyValue): Column {
  const zone = dtype instanceof PyObject ? (dtype.attribute('tz') ?? dtype.parameters.items[1] ?? null) : null
  if (zone === null) return column
  const name = zone instanceof PyTimeZone ? zone.toString() : zoneText(zone)
  const values = Array.from(column.values as readonly Cell[], (cell) => (typeof cell === 'string' ? `${cell}Z` : cell))
  return makeColumn({ name: column.name, kind: 'datetime', dtype: column.dtype.replace(']', `, ${name}]`), values })
}

function categorical(name: string, { dtype, array }: { dtype: PyValue; array: NDArray }): Column | undefined {
  const categories = categoryLabels(dtype, (value) => seriesColumn('categories', value))
  if (!categories) return undefined
  const values = Array.from(array.values(), (code): Cell => categories[toIndex(code) ?? -1] ?? null)
  return makeColumn({ name, kind: 'category', dtype: 'category', values, categories })
}

/** Zones of dateutil, which stay descriptions. */
function zoneText(zone: PyValue): string {
  if (!(zone instanceof PyObject)) return 'zone'
  const file = zone.attribute('_filename')
  return typeof file === 'string'
    ? file.replace(/^.*zoneinfo\//, '')
    : zone.path.replace('dateutil.tz.tz.tz', '').toUpperCase()
}

function strings(name: string, array: NDArray): Column {
  const values = Array.from(array.values(), (value) => (typeof value === 'string' ? value : null))
  return makeColumn({ name, kind: 'text', dtype: 'string', values })
}

function periods(name: string, { dtype, array }: { dtype: PyValue; array: NDArray }): Column | undefined {
  const [held] = dtype instanceof PyObject ? dtype.parameters.items : []
  const frequency = frequencyOf(held)
  if (!frequency) return undefined
  const values = Array.from(array.values(), (ordinal) =>
    periodText(frequency, BigInt(toIndex(ordinal) ?? -(2n ** 63n))),
  )
  const word = typeof held === 'string' ? held : `period[${frequency.base}]`
  return makeColumn({ name, kind: 'text', dtype: word, values })
}

function intervals(name: string, value: PyObject): Column | undefined {
  const dtype = value.attribute('_dtype')
  const closed = value.attribute('_closed') ?? (dtype instanceof PyObject ? dtype.attribute('closed') : undefined)
  const [left, right] = ['_left', '_right'].map((side) => seriesColumn(name, value.attribute(side) ?? null))
  return left && right && typeof closed === 'string' ? intervalColumn(name, { left, right, closed }) : undefined
}
