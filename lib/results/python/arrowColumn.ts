import { columnFromCells } from '../table/columnFromCells'
import { makeColumn } from '../table/makeColumn'
import type { Cell, Column, ColumnKind } from '../types'
import { toBytes, toIndex } from '../unpickle/handlers/Handler'
import { decodeUtf8 } from '../unpickle/text'
import { NDArray } from '../unpickle/values/NDArray'
import { PyObject } from '../unpickle/values/PyObject'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { parseDType } from '../unpickle/values/parseDType'
import { toCell } from './toCell'

type Read = (at: number) => Cell
type Piece = { type: Type; length: number; read: Read }
type Type = { name: string; parameters: readonly PyValue[] }
type Parts = {
  type: Type
  offset: number
  length: number
  buffers: (Uint8Array<ArrayBuffer> | undefined)[]
  children: PyValue
  dictionary: PyValue
}

const depthLimit = 8
const listTextLimit = 200
const codes: Record<string, string> = {
  int8: '|i1',
  int16: '<i2',
  int32: '<i4',
  int64: '<i8',
  uint8: '|u1',
  uint16: '<u2',
  uint32: '<u4',
  uint64: '<u8',
  halffloat: '<f2',
  float: '<f4',
  double: '<f8',
  'date64[ms]': '<M8[ms]',
}

/** A pandas array that stands on Arrow buffers, read from what pyarrow pickles; `undefined` for types not understood. */
export function arrowColumn(name: string, value: PyObject): Column | undefined {
  const held = value.attribute('_pa_array') ?? value.attribute('_data')
  const pieces = piecesOf(held ?? null)
  const type = pieces?.[0]?.type
  if (!pieces || !type) return undefined
  const cells: Cell[] = []
  for (const { length, read } of pieces) for (let at = 0; at < length; at += 1) cells.push(read(at))
  const kind = kindOf(type.name)
  const dtype = value.path.includes('.string_arrow.') ? 'string' : `${aliasOf(type)}[pyarrow]`
  return kind ? makeColumn({ name, kind, dtype, values: cells }) : columnFromCells(name, cells, dtype)
}

function kindOf(name: string): ColumnKind | undefined {
  if (/string|utf8/.test(name)) return 'text'
  if (/^(?:timestamp|date)/.test(name)) return 'datetime'
  return name.startsWith('duration') ? 'duration' : undefined
}

const aliasOf = ({ name, parameters: [unit] }: Type) => (name === 'timestamp' ? `timestamp[${String(unit)}]` : name)

function piecesOf(value: PyValue): Piece[] | undefined {
  if (!(value instanceof PyObject)) return undefined
  const [first] = value.parameters.items
  if (value.path === 'pyarrow.lib.chunked_array' && Array.isArray(first)) {
    const pieces = first.map(pieceOf)
    const whole = pieces.filter((piece) => piece !== undefined)
    return whole.length === pieces.length ? whole : undefined
  }
  const piece = pieceOf(value)
  return piece && [piece]
}

function pieceOf(value: PyValue): Piece | undefined {
  if (!(value instanceof PyObject) || value.path !== 'pyarrow.lib._restore_array') return undefined
  return restore(value.parameters.items[0] ?? null, 0)
}

function restore(state: PyValue, depth: number): Piece | undefined {
  const parts = partsOf(state)
  const value = parts && depth < depthLimit ? reader(parts, depth) : undefined
  if (!parts || !value) return undefined
  const { type, length, offset, buffers } = parts
  const valid = buffers[0]
  if (valid && valid.length * 8 < offset + length) return undefined
  const read: Read = (at) => (valid && !bit(valid, offset + at) ? null : value(offset + at))
  return { type, length, read }
}

/** `(type, length, number of nulls, offset, buffers, children, dictionary)`. */
function partsOf(state: PyValue): Parts | undefined {
  if (!(state instanceof PyTuple)) return undefined
  const [described, count, , shift, held, children = null, dictionary = null] = state.items
  const [length, offset] = [toIndex(count), toIndex(shift)]
  const type = typeOf(described)
  if (!type || length === undefined || offset === undefined || length < 0 || offset < 0 || !Array.isArray(held))
    return undefined
  const buffers = held.map((each) => (each instanceof PyObject ? toBytes(each.parameters.items[0]) : undefined))
  return { type, length, offset, buffers, children, dictionary }
}

function typeOf(value: PyValue | undefined): Type | undefined {
  if (!(value instanceof PyObject) || !value.path.startsWith('pyarrow.lib.')) return undefined
  const parameters = value.parameters.items
  const [alias] = parameters
  if (value.path === 'pyarrow.lib.type_for_alias')
    return typeof alias === 'string' ? { name: alias, parameters: [] } : undefined
  return { name: value.path.slice('pyarrow.lib.'.length), parameters }
}

/** Reads the value at a position of the buffers, whose sizes have been compared with the length. */
function reader({ type, offset, length, buffers, children, dictionary }: Parts, depth: number): Read | undefined {
  const [, first, second] = buffers
  const end = offset + length
  const { name, parameters } = type
  if (name === 'null') return () => null
  if (name === 'bool') return first && first.length * 8 >= end ? (at) => bit(first, at) : undefined
  if (/^(?:large_)?(?:string|utf8|binary)$/.test(name)) {
    const bounds = offsets(first, { large: name.startsWith('large'), end, most: second?.length ?? 0 })
    const show = name.endsWith('binary') ? (bytes: Uint8Array) => `${bytes.length} bytes` : decodeUtf8
    const bytes = second ?? new Uint8Array(0)
    return bounds && ((at) => show(bytes.subarray(bounds(at), bounds(at + 1))))
  }
  if (/^(?:large_)?list_?$/.test(name)) {
    const [child] = Array.isArray(children) ? children : []
    const inner = restore(child ?? null, depth + 1)
    const bounds = inner && offsets(first, { large: name.startsWith('large'), end, most: inner.length })
    return bounds && ((at) => listText(inner.read, bounds(at), bounds(at + 1)))
  }
  if (name === 'dictionary') {
    const [indexType] = parameters
    const labels = restore(dictionary, depth + 1)
    const index = typeOf(indexType)
    const positions = index && reader({ type: index, offset, length, buffers, children, dictionary }, depth)
    return labels && positions && ((at) => labelAt(labels, Number(positions(at))))
  }
  if (name === 'decimal128') return decimals(first, { end, scale: toIndex(parameters[1]) ?? 0 })
  return numbers(first, { type, end })
}

function labelAt({ length, read }: Piece, at: number): Cell {
  return at >= 0 && at < length ? read(at) : null
}

function numbers(bytes: Uint8Array<ArrayBuffer> | undefined, { type, end }: { type: Type; end: number }) {
  const [unit, zone = null] = type.parameters
  const duration = /^duration\[(\w+)\]$/.exec(type.name)?.[1]
  const code = type.name === 'timestamp' ? `<M8[${String(unit)}]` : duration ? `<m8[${duration}]` : codes[type.name]
  if (type.name === 'date32[day]') return days(bytes, end)
  if (!bytes || !code || !/^[<|]\w\d(?:\[\w+\])?$/.test(code)) return undefined
  const dtype = parseDType(code)
  if (bytes.length < end * dtype.itemSize) return undefined
  const array = new NDArray('array', { shape: [end], dtype, bytes: bytes.subarray(0, end * dtype.itemSize) })
  const cells = Array.from(array.values(), toCell)
  return (at: number) => {
    const cell = cells[at] ?? null
    return type.name === 'timestamp' && zone !== null && typeof cell === 'string' ? `${cell}Z` : cell
  }
}

function days(bytes: Uint8Array<ArrayBuffer> | undefined, end: number): Read | undefined {
  if (!bytes || bytes.length < end * 4) return undefined
  const wide = new BigInt64Array(end)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < end; at += 1) wide[at] = BigInt(view.getInt32(at * 4, true))
  return numbers(new Uint8Array(wide.buffer), { type: { name: 'timestamp', parameters: ['D'] }, end })
}

function decimals(bytes: Uint8Array<ArrayBuffer> | undefined, { end, scale }: { end: number; scale: number }) {
  if (!bytes || bytes.length < end * 16 || scale < 0 || scale > 40) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return (at: number) => {
    const value = (view.getBigInt64(at * 16 + 8, true) << 64n) | view.getBigUint64(at * 16, true)
    const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
    const sign = value < 0n ? '-' : ''
    return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  }
}

/** The bounds of variable parts: `end + 1` of them, never falling and never beyond `most`. */
function offsets(
  bytes: Uint8Array<ArrayBuffer> | undefined,
  { large, end, most }: { large: boolean; end: number; most: number },
): ((at: number) => number) | undefined {
  if (!bytes || bytes.length < (end + 1) * (large ? 8 : 4)) return end === 0 ? () => 0 : undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const bounds = Array.from({ length: end + 1 }, (_, at) =>
    large ? Number(view.getBigInt64(at * 8, true)) : view.getInt32(at * 4, true),
  )
  const sound = bounds.every((bound, at) => bound >= (bounds[at - 1] ?? 0) && bound <= most)
  return sound ? (at) => bounds[at] ?? 0 : undefined
}

function listText(read: Read, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to && text.length < listTextLimit; at += 1) text += `${at > from ? ', ' : ''}${read(at)}`
  return `[${text}]`
}

function bit(bytes: Uint8Array, at: number): boolean {
  return (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1
}
