import { PickleError } from '../PickleError'
import { encodeLatin1 } from '../text'
import { PyByteArray } from '../values/PyByteArray'
import { PyComplex } from '../values/PyComplex'
import { PyDict } from '../values/PyDict'
import { PyGlobal } from '../values/PyGlobal'
import { PyRange } from '../values/PyRange'
import { PySet } from '../values/PySet'
import { PyTuple } from '../values/PyTuple'
import type { PyValue } from '../values/PyValue'
import { type Handler, type Handlers, toIndex } from './Handler'

/** The members of a list, tuple or set. */
function membersOf(value: PyValue | undefined): readonly PyValue[] | undefined {
  if (Array.isArray(value)) return value
  if (value instanceof PyTuple) return value.items
  return value instanceof PySet ? value.values() : undefined
}

const set =
  (frozen: boolean): Handler =>
  (parameters, machine) => {
    if (parameters.length > 1) return undefined
    const members = parameters.length === 0 ? [] : membersOf(parameters[0])
    if (!members) return undefined
    machine.spend(2 + members.length)
    return new PySet(frozen, members)
  }

const copies: Record<'list' | 'tuple', Handler> = {
  list(parameters, machine) {
    const members = parameters.length === 0 ? [] : membersOf(parameters[0])
    if (!members || parameters.length > 1) return undefined
    machine.spend(1 + members.length)
    return [...members]
  },
  tuple(parameters, machine) {
    const members = parameters.length === 0 ? [] : membersOf(parameters[0])
    if (!members || parameters.length > 1) return undefined
    machine.spend(1 + members.length)
    return new PyTuple([...members])
  },
}

const dict: Handler = (parameters) => (parameters.length === 0 ? new PyDict() : undefined)

const complex: Handler = ([real = 0, imaginary = 0]) =>
  typeof real === 'number' && typeof imaginary === 'number' ? new PyComplex(real, imaginary) : undefined

const bytes: Handler = (parameters, machine) => {
  if (parameters.length === 0) return new Uint8Array(0)
  const [from] = parameters
  if (from instanceof Uint8Array) return from
  if (!Array.isArray(from) || parameters.length > 1) return undefined
  machine.spend(from.length)
  return fromIntegers(from)
}

const bytearray: Handler = (parameters, machine) => {
  const [from, encoding] = parameters
  if (parameters.length === 0) return new PyByteArray(new Uint8Array(0))
  if (from instanceof Uint8Array) {
    machine.spend(1 + from.length / 1024)
    return new PyByteArray(from.slice())
  }
  if (typeof from === 'string' && (encoding === 'latin-1' || encoding === 'latin1')) {
    const encoded = encodeLatin1(from)
    if (!encoded) throw new PickleError('text', 'Latin-1')
    return new PyByteArray(encoded)
  }
  if (!Array.isArray(from)) return undefined
  machine.spend(from.length)
  return new PyByteArray(fromIntegers(from))
}

function fromIntegers(items: readonly PyValue[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(items, (item) => {
    const byte = toIndex(item)
    if (byte === undefined || byte < 0 || byte > 255) throw new PickleError('arguments', 'a byte is 0 to 255')
    return byte
  })
}

const slice: Handler = (parameters) => {
  const [start = null, stop = null, step = null] = parameters
  if (parameters.length === 0 || parameters.length > 3) return undefined
  return new PyRange('slice', parameters.length === 1 ? [null, start, null] : [start, stop, step])
}

const range: Handler = (parameters) => {
  if (parameters.length === 0 || parameters.length > 3) return undefined
  if (parameters.some((each) => typeof each !== 'bigint' && toIndex(each) === undefined)) return undefined
  const [first = 0, stop = null, step = 1] = parameters
  return new PyRange('range', parameters.length === 1 ? [0, first, 1] : [first, stop, step])
}

/** An attribute of a named class is only a longer name. */
const getattr: Handler = ([target, attribute], machine) => {
  if (!(target instanceof PyGlobal) || typeof attribute !== 'string' || !/^\w{1,200}$/.test(attribute)) return undefined
  if (target.name.length > 1000) throw new PickleError('limit', 'length of a name')
  return machine.global(target.module, `${target.name}.${attribute}`)
}

/** How protocols 0 to 2 write bytes. */
const encode: Handler = ([text, encoding = 'utf-8'], machine) => {
  if (typeof text !== 'string' || typeof encoding !== 'string') return undefined
  machine.spend(1 + text.length / 1024)
  const name = encoding.toLowerCase().replaceAll(/[-_]/g, '')
  if (name === 'latin1' || name === 'iso88591' || name === 'ascii') {
    const encoded = encodeLatin1(text)
    if (!encoded || (name === 'ascii' && encoded.some((byte) => byte > 127))) throw new PickleError('text', encoding)
    return encoded
  }
  return name === 'utf8' ? new TextEncoder().encode(text) : undefined
}

const values: [string, Handler][] = [
  ['set', set(false)],
  ['frozenset', set(true)],
  ['list', copies.list],
  ['tuple', copies.tuple],
  ['dict', dict],
  ['complex', complex],
  ['bytes', bytes],
  ['bytearray', bytearray],
  ['slice', slice],
  ['range', range],
  ['xrange', range],
  ['getattr', getattr],
]

export const builtinHandlers: Handlers = [
  ...['builtins', '__builtin__'].flatMap((module) => values.map(([name, handler]) => [module, name, handler] as const)),
  ['_codecs', 'encode', encode],
]
