import { buildTree, type Description } from '../decode/buildTree'
import type { TreeNode } from '../types'
import { DType } from '../unpickle/values/DType'
import { NDArray } from '../unpickle/values/NDArray'
import { NPScalar } from '../unpickle/values/NPScalar'
import { PyByteArray } from '../unpickle/values/PyByteArray'
import { PyComplex } from '../unpickle/values/PyComplex'
import { PyDate, PyDateTime, PyTime, PyTimeDelta, PyTimeZone } from '../unpickle/values/PyDateTime'
import { PyDeque } from '../unpickle/values/PyDeque'
import { PyDict } from '../unpickle/values/PyDict'
import { PyGlobal } from '../unpickle/values/PyGlobal'
import { PyObject } from '../unpickle/values/PyObject'
import { PyPersistent } from '../unpickle/values/PyPersistent'
import { PyRange } from '../unpickle/values/PyRange'
import { PyScalar } from '../unpickle/values/PyScalar'
import { PySet } from '../unpickle/values/PySet'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { pythonText } from './pythonText'

const shownElements = 100

/** The structure of a Python value as a tree of at most `nodes` nodes; see `buildTree`. */
export function inspectPython(value: PyValue, nodes: number): TreeNode {
  return buildTree(value, describe, { nodes, membersPerNode: 1000 })
}

function describe(value: PyValue): Description<PyValue> {
  const text = pythonText(value)
  if (Array.isArray(value)) return sequence('list', value)
  if (value instanceof PyTuple) return sequence('tuple', value.items)
  if (value instanceof PySet) return sequence(value.frozen ? 'frozenset' : 'set', value.values())
  if (value instanceof PyDeque) return sequence('collections.deque', value.items)
  if (value instanceof PyDict)
    return { type: value.type, text: '', length: value.size, members: named(value.entries()) }
  if (value instanceof NDArray) return describeArray(value, text)
  if (value instanceof PyObject) return describeObject(value)
  if (value instanceof PyPersistent)
    return { type: 'persistent reference', text: '', length: 1, members: [['id', value.id]] }
  if (value instanceof Uint8Array) return { type: 'bytes', text, length: value.length }
  if (value instanceof PyByteArray) return { type: 'bytearray', text, length: value.bytes.length }
  if (typeof value === 'string') return { type: 'str', text, length: value.length }
  return { type: plainType(value), text }
}

function plainType(value: PyValue): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return 'float'
  if (typeof value === 'bigint') return 'int'
  if (value instanceof NPScalar) return `numpy.${value.dtype.name}`
  if (value instanceof DType) return 'numpy.dtype'
  if (value instanceof PyGlobal) return 'name'
  if (value instanceof PyRange || value instanceof PyScalar) return value.type
  if (value instanceof PyComplex) return 'complex'
  if (value instanceof PyDateTime) return 'datetime.datetime'
  if (value instanceof PyDate) return 'datetime.date'
  if (value instanceof PyTime) return 'datetime.time'
  if (value instanceof PyTimeDelta) return 'datetime.timedelta'
  return value instanceof PyTimeZone ? value.type : 'object'
}

function sequence(type: string, items: readonly PyValue[]): Description<PyValue> {
  return { type, text: '', length: items.length, members: numbered(items) }
}

function* numbered(items: Iterable<PyValue>): Generator<readonly [string, PyValue]> {
  let at = 0
  for (const item of items) {
    yield [String(at), item]
    at += 1
  }
}

function* named(pairs: Iterable<readonly [PyValue, PyValue]>): Generator<readonly [string, PyValue]> {
  for (const [key, value] of pairs) yield [keyText(key), value]
}

/** Text keys as they are, all others as Python writes them. */
function keyText(key: PyValue): string {
  if (typeof key === 'string') return key.slice(0, 200)
  if (!(key instanceof PyTuple)) return pythonText(key) || '…'
  const members = key.items.slice(0, 8).map((item) => pythonText(item) || '…')
  return `(${members.join(', ')}${key.items.length > 8 ? ', …' : ''})`.slice(0, 200)
}

function describeArray(value: NDArray, text: string): Description<PyValue> {
  const members = value.size > 0 ? numbered(shownOf(value)) : []
  return { type: value.type, text, length: value.size, members }
}

/** Elements as Python has them: whole numbers of an array are `int` even though one JavaScript number holds them. */
function* shownOf(array: NDArray): Generator<PyValue> {
  for (const value of array.values(shownElements)) yield array.objects ? value : exact(array.dtype, value)
}

function exact(dtype: DType, value: PyValue): PyValue {
  if (typeof value === 'number' && (dtype.kind === 'i' || dtype.kind === 'u')) return BigInt(value)
  if (value instanceof PyTuple)
    return new PyTuple(value.items.map((item, at) => exact(dtype.fields?.[at]?.dtype ?? dtype, item)))
  return Array.isArray(value) ? value.map((item) => exact(dtype.subarray?.base ?? dtype, item)) : value
}

function describeObject(value: PyObject): Description<PyValue> {
  const { state, parameters, keywords, items, pairs } = value
  const members: (readonly [string, PyValue])[] = []
  if (value.path === '?') members.push(['class', value.type])
  if (parameters.items.length > 0) members.push(['arguments', parameters])
  if (keywords && keywords.size > 0) members.push(['keywords', keywords])
  if (items) members.push(['items', items])
  if (pairs) members.push(['entries', new PyTuple(pairs.map((pair) => new PyTuple(pair)))])
  if (state instanceof PyDict) members.push(...named(state.entries()))
  else if (state !== undefined) members.push(['state', state])
  return { type: value.path, text: '', length: members.length, members }
}
