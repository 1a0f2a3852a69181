import { floatText } from '../../python/floatText'
import { DType } from '../values/DType'
import { NDArray } from '../values/NDArray'
import { NPScalar } from '../values/NPScalar'
import { PyByteArray } from '../values/PyByteArray'
import { PyComplex } from '../values/PyComplex'
import { PyDate, PyDateTime, PyTime, PyTimeDelta, PyTimeZone, type PyZone } from '../values/PyDateTime'
import { PyDeque } from '../values/PyDeque'
import { PyDict } from '../values/PyDict'
import { PyGlobal } from '../values/PyGlobal'
import { PyObject } from '../values/PyObject'
import { PyRange } from '../values/PyRange'
import { PyScalar } from '../values/PyScalar'
import { PySet } from '../values/PySet'
import { PyTuple } from '../values/PyTuple'
import type { PyValue } from '../values/PyValue'

export type Encoded = null | boolean | string | number | Encoded[] | { [key: string]: Encoded }

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const byText = (a: Encoded, b: Encoded) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Writes a value the way scripts/generatePickles.py does; the reader must have used `integers: 'bigint'`. */
export function encodePython(root: PyValue): Encoded {
  const seen = new Map<object, number>()
  const once = (value: object, encode: (number: number) => Encoded): Encoded => {
    const known = seen.get(value)
    if (known !== undefined) return { ref: known }
    seen.set(value, seen.size + 1)
    return encode(seen.size)
  }
  const all = (values: Iterable<PyValue>): Encoded[] => Array.from(values, encode)
  const pairs = (entries: Iterable<readonly [PyValue, PyValue]>): Encoded[] =>
    Array.from(entries, ([key, value]) => [encode(key), encode(value)])
  const encode = (value: PyValue): Encoded => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
    if (typeof value === 'bigint') return { i: value.toString() }
    if (typeof value === 'number') return { f: floatText(value) }
    if (value instanceof Uint8Array) return { b: base64(value) }
    if (value instanceof PyByteArray) return { ba: base64(value.bytes) }
    if (value instanceof PyComplex) return { c: [floatText(value.real), floatText(value.imaginary)] }
    if (value instanceof PyTuple) return { t: all(value.items) }
    if (value instanceof NDArray) return array(value)
    if (value instanceof NPScalar) return { np: item(value.dtype, value.value), dtype: dtypeName(value.dtype) }
    if (value instanceof DType) return { dtype: dtypeName(value) }
    if (value instanceof PySet && value.frozen) return { fs: all(value.values()).sort(byText) }
    if (value instanceof PyDate) return { date: value.toString() }
    if (value instanceof PyDateTime)
      return {
        time: `${value.date}T${clock(value.time)}`,
        fold: value.time.clock.fold,
        zone: zone(value.time.clock.zone),
      }
    if (value instanceof PyTime) return { time: clock(value), fold: value.clock.fold, zone: zone(value.clock.zone) }
    if (value instanceof PyTimeDelta) return { delta: [value.days, value.seconds, value.microseconds] }
    if (value instanceof PyTimeZone) return { zone: zone(value) }
    if (value instanceof PyScalar) return { text: value.text }
    if (value instanceof PyRange) return { [value.type]: all([value.start, value.stop, value.step]) }
    if (value instanceof PyGlobal) return once(value, () => ({ name: value.path.replace('__builtin__', 'builtins') }))
    return container(value)
  }
  const container = (value: PyValue): Encoded => {
    if (Array.isArray(value)) return once(value, (number) => ({ l: all(value), '#': number }))
    if (value instanceof PySet) return once(value, (number) => ({ set: all(value.values()).sort(byText), '#': number }))
    if (value instanceof PyDeque)
      return once(value, (number) => ({ deque: all(value.items), bound: value.maxLength, '#': number }))
    if (value instanceof PyDict) {
      const type = value.type.replace('collections.', '')
      return once(value, (number) => ({ d: pairs(value.entries()), type, '#': number }))
    }
    if (!(value instanceof PyObject)) throw new Error('a value that no fixture has')
    return once(value, (number) => {
      const made: Encoded = { class: value.path, '#': number }
      if (value.items) made.items = all(value.items)
      if (value.pairs) made.pairs = pairs(value.pairs)
      if (value.parameters.items.length > 0) made.arguments = all(value.parameters.items)
      if (value.state instanceof PyDict) made.state = pairs(value.state.entries())
      const slots = value.state instanceof PyTuple ? value.state.items[1] : undefined
      if (slots instanceof PyDict) made.slots = pairs(slots.entries())
      return made
    })
  }
  const array = (value: NDArray): Encoded => {
    const nd = Array.from(value.values(), (each) => item(value.dtype, each))
    const made: Encoded = { nd, dtype: dtypeName(value.dtype), shape: [...value.shape] }
    const { mask } = value
    if (mask) made.mask = Array.from(value.positions(), (position) => mask[position] === 1)
    return made
  }
  const item = (dtype: DType, value: PyValue): Encoded => {
    if (dtype.kind === 'O' || dtype.kind === 'T') return encode(value)
    if (value instanceof NPScalar) return item(dtype, value.value)
    if (dtype.unit || dtype.kind === 'm' || dtype.kind === 'M') return value === null ? null : { ticks: String(value) }
    if (dtype.kind === 'i' || dtype.kind === 'u') return { i: String(value) }
    if (dtype.fields && value instanceof PyTuple) {
      return { t: value.items.map((each, at) => item(dtype.fields?.[at]?.dtype ?? dtype, each)) }
    }
    const { subarray } = dtype
    if (subarray && Array.isArray(value)) {
      const flat: PyValue[] = flatten(value)
      return {
        nd: flat.map((each) => item(subarray.base, each)),
        dtype: dtypeName(subarray.base),
        shape: [...subarray.shape],
      }
    }
    // Extended precision is ten bytes; the rest is padding that nobody sets.
    if (value instanceof Uint8Array && (dtype.kind === 'f' || dtype.kind === 'c')) {
      const parts = dtype.kind === 'c' ? [0, 16] : [0]
      return { long: parts.map((at) => base64(value.subarray(at, at + 10))) }
    }
    return encode(value)
  }
  return encode(root)
}

/** Sets have no order: brings expected ones into the same. */
export function sortSets(value: Encoded): Encoded {
  if (Array.isArray(value)) return value.map(sortSets)
  if (typeof value !== 'object' || value === null) return value
  const made: { [key: string]: Encoded } = {}
  for (const [key, member] of Object.entries(value)) {
    const inner = sortSets(member)
    made[key] = (key === 'set' || key === 'fs') && Array.isArray(inner) ? inner.sort(byText) : inner
  }
  return made
}

function clock({ clock: { hour, minute, second, microsecond } }: PyTime): string {
  return new PyTime({ hour, minute, second, microsecond, fold: 0, zone: null }).toString()
}

function zone(value: PyZone): Encoded {
  if (!(value instanceof PyTimeZone)) return null
  return value.offset ? [value.offset.days, value.offset.seconds, value.offset.microseconds] : value.name
}

function dtypeName(dtype: DType): string {
  const bits = dtype.itemSize * 8 || ''
  if (dtype.kind === 'U') return `str${bits}`
  if (dtype.kind === 'S') return `bytes${bits}`
  if (dtype.kind === 'T') return 'StringDType128'
  return dtype.kind === 'V' ? `${dtype.record ? 'record' : 'void'}${bits}` : dtype.name
}

function flatten(value: PyValue): PyValue[] {
  return Array.isArray(value) ? value.flatMap(flatten) : [value]
}
