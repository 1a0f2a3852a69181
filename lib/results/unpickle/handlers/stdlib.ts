import { PickleError } from '../PickleError'
import type { DType } from '../values/DType'
import { NDArray } from '../values/NDArray'
import { PyDeque } from '../values/PyDeque'
import { PyDict } from '../values/PyDict'
import { PyGlobal } from '../values/PyGlobal'
import { PyObject } from '../values/PyObject'
import { PyScalar, type PyScalarType } from '../values/PyScalar'
import { PyTuple } from '../values/PyTuple'
import type { PyValue } from '../values/PyValue'
import { parseDType } from '../values/parseDType'
import { type Handler, type Handlers, toIndex } from './Handler'
import { joinPath } from './joinPath'

const mapping =
  (type: PyDict['type']): Handler =>
  (parameters, machine) => {
    const made = new PyDict(type)
    const [first, ...rest] = parameters
    machine.spend(2)
    if (type === 'collections.defaultdict') made.factory = first ?? null
    const source = type === 'collections.defaultdict' ? rest[0] : first
    if ((type === 'collections.defaultdict' ? rest.length > 1 : rest.length > 0) || source === undefined) {
      return source === undefined ? made : undefined
    }
    const pairs = pairsOf(source)
    if (!pairs) return undefined
    for (const [key, value] of pairs) {
      machine.spend(1)
      made.set(key, value)
    }
    return made
  }

/** Of a dictionary, or of a list of pairs as Python 2 wrote ordered dictionaries. */
function pairsOf(source: PyValue): Iterable<readonly [PyValue, PyValue]> | undefined {
  if (source instanceof PyDict) return source.entries()
  if (!Array.isArray(source)) return undefined
  const pairs: [PyValue, PyValue][] = []
  for (const item of source) {
    const members = item instanceof PyTuple ? item.items : Array.isArray(item) ? item : []
    const [key, value] = members
    if (members.length !== 2 || key === undefined || value === undefined) return undefined
    pairs.push([key, value])
  }
  return pairs
}

const deque: Handler = (parameters, machine) => {
  const [items = new PyTuple([]), bound = null] = parameters
  const members = Array.isArray(items) ? items : items instanceof PyTuple ? items.items : undefined
  const maxLength = bound === null ? null : toIndex(bound)
  if (!members || maxLength === undefined || parameters.length > 2) return undefined
  machine.spend(1 + members.length)
  const kept = maxLength === null ? [...members] : maxLength > 0 ? members.slice(-maxLength) : []
  return new PyDeque(kept, maxLength)
}

const decimal: Handler = ([text]) =>
  typeof text === 'string' &&
  /^[+-]?(?:\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?|Inf(?:inity)?|s?NaN\d*)$/i.test(text)
    ? new PyScalar('decimal.Decimal', text)
    : undefined

const fraction: Handler = ([first, second]) => {
  if (typeof first === 'string' && second === undefined && /^-?\d+(?:\/\d+)?$/.test(first)) {
    return new PyScalar('fractions.Fraction', first)
  }
  const whole = (value: PyValue | undefined) => typeof value === 'bigint' || toIndex(value) !== undefined
  if (!whole(first) || !whole(second)) return undefined
  return new PyScalar('fractions.Fraction', `${second}` === '1' ? `${first}` : `${first}/${second}`)
}

const path =
  (type: PyScalarType): Handler =>
  (parameters) => {
    const segments = parameters.filter((part) => typeof part === 'string')
    if (segments.length < parameters.length) return undefined
    return new PyScalar(type, joinPath(segments, type.includes('Windows')))
  }

/** Protocols 0 and 1 make objects with the class, its built-in base and the base's value. */
const reconstructor: Handler = ([type, base, state = null], machine) => {
  if (!(type instanceof PyGlobal) || !(base instanceof PyGlobal)) return undefined
  if (type.path === 'uuid.UUID') return new PyScalar('uuid.UUID', '')
  const isItems = base.name === 'list' || base.name === 'dict'
  const parameters =
    base.name === 'tuple' && state instanceof PyTuple ? state : new PyTuple(state === null || isItems ? [] : [state])
  const made = new PyObject(type, parameters)
  if (base.name === 'list' && Array.isArray(state)) {
    machine.spend(state.length)
    made.items = [...state]
  }
  if (base.name === 'dict' && state instanceof PyDict) {
    machine.spend(state.size)
    made.pairs = [...state.entries()]
  }
  return made
}

/** Machine formats of `array._array_reconstructor`: code of the element and byte order. */
const machineFormats = '|u1 |i1 <u2 >u2 <i2 >i2 <u4 >u4 <i4 >i4 <u8 >u8 <i8 >i8 <f4 >f4 <f8 >f8 ? ? <U1 >U1'
  .split(' ')
  .map((code) => (code === '?' ? undefined : code))

function characters(text: string): NDArray {
  const points = Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const bytes = new Uint8Array(points.length * 4)
  const view = new DataView(bytes.buffer)
  points.forEach((point, at) => {
    view.setUint32(at * 4, point, true)
  })
  return new NDArray('array.array', { shape: [points.length], dtype: parseDType('<U1'), bytes })
}

const arrayReconstructor: Handler = ([, , format, raw], machine) => {
  const position = toIndex(format) ?? -1
  const code = machineFormats[position]
  const bytes = raw instanceof Uint8Array ? raw : undefined
  if (!bytes) return undefined
  if (position === 18 || position === 19) {
    const text = new TextDecoder(position === 18 ? 'utf-16le' : 'utf-16be').decode(bytes)
    machine.spend(text.length)
    return characters(text)
  }
  if (!code) return undefined
  const dtype = parseDType(code)
  return new NDArray('array.array', { shape: [bytes.length / dtype.itemSize], dtype, bytes })
}

const array: Handler = ([code, items], machine) => {
  const letter = typeof code === 'string' ? code : ''
  if (letter === 'u' || letter === 'w') {
    const parts = (Array.isArray(items) ? items : [items]).filter((item) => typeof item === 'string')
    machine.spend(parts.length)
    return characters(parts.join(''))
  }
  if (!Array.isArray(items) || !/^[bBhHiIlLqQfd]$/.test(letter)) return undefined
  machine.spend(items.length)
  const dtype = parseDType(letter)
  const bytes = new Uint8Array(items.length * dtype.itemSize)
  const view = new DataView(bytes.buffer)
  items.forEach((item, at) => {
    writeNumber(view, at * dtype.itemSize, { dtype, item })
  })
  return new NDArray('array.array', { shape: [items.length], dtype, bytes })
}

function writeNumber(view: DataView, offset: number, { dtype, item }: { dtype: DType; item: PyValue }): void {
  const number = typeof item === 'bigint' ? item : typeof item === 'number' ? item : undefined
  if (number === undefined) throw new PickleError('arguments', 'a number is needed')
  if (dtype.kind === 'f') {
    if (dtype.itemSize === 4) view.setFloat32(offset, Number(number), true)
    else view.setFloat64(offset, Number(number), true)
    return
  }
  if (typeof number === 'number' && !Number.isInteger(number))
    throw new PickleError('arguments', 'a whole number is needed')
  const whole = BigInt(number)
  const bits = dtype.itemSize * 8
  if ((dtype.kind === 'i' ? BigInt.asIntN(bits, whole) : BigInt.asUintN(bits, whole)) !== whole) {
    throw new PickleError('arguments', 'a number is too large for its array')
  }
  const wide = new DataView(new ArrayBuffer(8))
  wide.setBigInt64(0, BigInt.asIntN(64, whole), true)
  for (let at = 0; at < dtype.itemSize; at += 1) view.setUint8(offset + at, wide.getUint8(at))
}

const uuid: Handler = (parameters) => (parameters.length === 0 ? new PyScalar('uuid.UUID', '') : undefined)

const pathTypes = ['PosixPath', 'WindowsPath', 'PurePosixPath', 'PureWindowsPath'] as const

export const stdlibHandlers: Handlers = [
  ['collections', 'OrderedDict', mapping('collections.OrderedDict')],
  ['collections', 'defaultdict', mapping('collections.defaultdict')],
  ['collections', 'Counter', mapping('collections.Counter')],
  ['collections', 'deque', deque],
  ['decimal', 'Decimal', decimal],
  ['fractions', 'Fraction', fraction],
  ['uuid', 'UUID', uuid],
  ...['pathlib', 'pathlib._local'].flatMap((module) =>
    pathTypes.map((name) => [module, name, path(`pathlib.${name}`)] as const),
  ),
  ['copyreg', '_reconstructor', reconstructor],
  ['copy_reg', '_reconstructor', reconstructor],
  ['array', '_array_reconstructor', arrayReconstructor],
  ['array', 'array', array],
]
