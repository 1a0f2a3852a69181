import type { Column, TableResult } from '../types'
import { toIndex } from '../unpickle/handlers/Handler'
import { NDArray } from '../unpickle/values/NDArray'
import { PyDict } from '../unpickle/values/PyDict'
import { PyObject } from '../unpickle/values/PyObject'
import { PyRange } from '../unpickle/values/PyRange'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import type { Payload } from './arrayToResult'
import { indexColumns, isPlainRange } from './indexColumns'
import { labelText } from './labelText'
import { seriesColumn, takeRow } from './seriesColumn'

type Block = { values: PyValue; places: number[] }
type Manager = { axes: readonly PyValue[]; blocks: Block[] }

/**
 * A pandas frame, series, index or array as a table, read from what its pickle records. `undefined` when it holds something not
 * understood: then the tree shows it, rather than a table that might be wrong.
 */
export function frameToResult(value: PyObject): Payload<TableResult> | undefined {
  const manager = managerOf(value.attribute('_mgr') ?? value.attribute('_data'))
  if (!manager) return labels(value)
  const isFrame = manager.axes.length === 2
  return isFrame ? frame(manager) : series(manager, value.attribute('_name') ?? value.attribute('name') ?? null)
}

/** An index or an array of pandas on its own. */
function labels(value: PyObject): Payload<TableResult> | undefined {
  const one = indexColumns(value) ?? [seriesColumn('value', value)]
  const columns = one.filter((column) => column !== undefined)
  if (columns.length === 0) return undefined
  return { kind: 'table', rowCount: columns[0]?.values.length ?? 0, columns, index: [], truncated: false }
}

function series(manager: Manager, name: PyValue): Payload<TableResult> | undefined {
  const [block] = manager.blocks
  if (!block || manager.blocks.length !== 1) return undefined
  const column = seriesColumn(name === null ? 'value' : labelText(name), block.values)
  return column && table(manager.axes[0] ?? null, [column])
}

function frame(manager: Manager): Payload<TableResult> | undefined {
  const names = columnNames(manager.axes[0] ?? null)
  if (!names) return undefined
  const columns: (Column | undefined)[] = names.map(() => undefined)
  for (const { values, places } of manager.blocks) {
    for (const [row, place] of places.entries()) {
      const name = names[place]
      if (name === undefined || columns[place]) return undefined
      const column = seriesColumn(name, takeRow(values, row) ?? null)
      if (!column) return undefined
      columns[place] = column
    }
  }
  const whole = columns.filter((column) => column !== undefined)
  return whole.length === columns.length ? table(manager.axes[1] ?? null, whole) : undefined
}

function table(axis: PyValue, columns: Column[]): Payload<TableResult> | undefined {
  const labels = indexColumns(axis)
  if (!labels) return undefined
  const rowCount = columns[0]?.values.length ?? labels[0]?.values.length ?? 0
  const everything = [...columns, ...labels]
  if (everything.some((column) => column.values.length !== rowCount)) return undefined
  return { kind: 'table', rowCount, columns, index: isPlainRange(axis) ? [] : labels, truncated: false }
}

function columnNames(axis: PyValue): string[] | undefined {
  const levels = indexColumns(axis)
  const [first] = levels ?? []
  if (!levels || !first) return undefined
  return Array.from(first.values, (_, at) => levels.map((level) => String(level.values[at] ?? '')).join(' / '))
}

/** Either made from blocks and axes, or given the state that pandas has written since version 0.14.1. */
function managerOf(value: PyValue | undefined): Manager | undefined {
  if (!(value instanceof PyObject) || !value.path.startsWith('pandas.core.internals.')) return undefined
  const [blocks, axes] = value.parameters.items
  if (blocks instanceof PyTuple && Array.isArray(axes)) return assemble(axes, blocks.items.map(blockOf))
  const state = value.state instanceof PyTuple ? value.state.items[3] : undefined
  const inner = state instanceof PyDict ? state.get('0.14.1') : undefined
  if (!(inner instanceof PyDict)) return undefined
  const [heldAxes, heldBlocks] = [inner.get('axes'), inner.get('blocks')]
  if (!Array.isArray(heldAxes) || !Array.isArray(heldBlocks)) return undefined
  return assemble(
    heldAxes,
    heldBlocks.map((block) =>
      block instanceof PyDict ? makeBlock(block.get('values'), block.get('mgr_locs')) : undefined,
    ),
  )
}

function assemble(axes: readonly PyValue[], blocks: readonly (Block | undefined)[]): Manager | undefined {
  const whole = blocks.filter((block) => block !== undefined)
  return whole.length === blocks.length ? { axes, blocks: whole } : undefined
}

function blockOf(value: PyValue): Block | undefined {
  if (!(value instanceof PyObject) || value.path !== 'pandas._libs.internals._unpickle_block') return undefined
  return makeBlock(value.parameters.items[0], value.parameters.items[1])
}

function makeBlock(values: PyValue | undefined, placement: PyValue | undefined): Block | undefined {
  const places = placesOf(placement)
  return values !== undefined && places ? { values, places } : undefined
}

const placeLimit = 100_000

function placesOf(value: PyValue | undefined): number[] | undefined {
  if (value instanceof PyObject && value.path.endsWith('.BlockPlacement')) return placesOf(value.parameters.items[0])
  if (value instanceof NDArray && value.shape.length === 1 && value.size <= placeLimit) {
    const places = [...value.values()].map(toIndex)
    return places.every((place) => place !== undefined) ? places : undefined
  }
  if (!(value instanceof PyRange)) return undefined
  const [start = 0, stop, step = 1] = [value.start ?? 0, value.stop, value.step ?? 1].map(toIndex)
  if (stop === undefined || step === 0 || Math.abs(stop - start) > placeLimit) return undefined
  const places: number[] = []
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) places.push(at)
  return places
}
