import { makeColumn } from '../table/makeColumn'
import type { Cell, Column } from '../types'
import { toIndex } from '../unpickle/handlers/Handler'
import { NDArray } from '../unpickle/values/NDArray'
import { PyDict } from '../unpickle/values/PyDict'
import { PyGlobal } from '../unpickle/values/PyGlobal'
import { PyObject } from '../unpickle/values/PyObject'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { axisColumn } from './axisColumn'
import { labelText } from './labelText'
import { seriesColumn } from './seriesColumn'

/** The labels of an axis: one column, or one per level of a multi-index. `undefined` for indexes not understood. */
export function indexColumns(axis: PyValue): Column[] | undefined {
  const parts = indexParts(axis)
  if (!parts) return undefined
  const { type, fields } = parts
  const name = fields.get('name') ?? null
  const title = name === null ? 'index' : labelText(name)
  if (type === 'MultiIndex') return multiIndex(fields)
  const column = axisColumn(title, fields, seriesColumn)
  return column && [column]
}

/** True for the index pandas makes when nobody asked for one. */
export function isPlainRange(axis: PyValue): boolean {
  const parts = indexParts(axis)
  if (parts?.type !== 'RangeIndex') return false
  const { fields } = parts
  return (
    toIndex(fields.get('start') ?? 0) === 0 &&
    toIndex(fields.get('step') ?? 1) === 1 &&
    (fields.get('name') ?? null) === null
  )
}

function indexParts(axis: PyValue): { type: string; fields: PyDict } | undefined {
  if (!(axis instanceof PyObject) || !/^pandas\.core\.indexes\.\w+\._new_\w*Index$/.test(axis.path)) return undefined
  const [type, fields] = axis.parameters.items
  return type instanceof PyGlobal && fields instanceof PyDict ? { type: type.name, fields } : undefined
}

function multiIndex(fields: PyDict): Column[] | undefined {
  const lists = [fields.get('levels'), fields.get('codes') ?? fields.get('labels'), fields.get('names')].map(itemsOf)
  const [levels, codes, names] = lists
  if (!levels || !codes || levels.length !== codes.length) return undefined
  const columns: Column[] = []
  for (const [at, level] of levels.entries()) {
    const labels = indexColumns(level)?.[0]
    const positions = codes[at]
    if (!labels || !(positions instanceof NDArray)) return undefined
    const values = [...positions.values()].map((code): Cell => labels.values[toIndex(code) ?? -1] ?? null)
    const name = names?.[at] ?? null
    const { kind, dtype } = labels
    columns.push(makeColumn({ name: name === null ? `level ${at}` : labelText(name), kind, dtype, values }))
  }
  return columns
}

function itemsOf(value: PyValue | undefined): readonly PyValue[] | undefined {
  if (Array.isArray(value)) return value
  if (value instanceof PyTuple) return value.items
  return value instanceof PyObject ? (value.items ?? itemsOf(value.parameters.items[0])) : undefined
}
