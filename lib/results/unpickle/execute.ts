import { build } from './build'
import { addItems, appendItems, setPairs } from './extend'
import type { Handler } from './handlers/Handler'
import { isArrayWrapper } from './handlers/isArrayWrapper'
import { readArrayBehind } from './handlers/readArrayBehind'
import { decodeLong, parseFloatText, parseInteger } from './integers'
import type { Machine } from './Machine'
import { opcodes as known } from './opcodes'
import { PickleError } from './PickleError'
import { readEncodedBytes } from './readEncodedBytes'
import { decodeLatin1, decodeRawUnicodeEscape, decodeStringEscape, decodeUtf8 } from './text'
import { PyByteArray } from './values/PyByteArray'
import { PyDict } from './values/PyDict'
import { PyGlobal } from './values/PyGlobal'
import { PyObject } from './values/PyObject'
import { PyPersistent } from './values/PyPersistent'
import { PySet } from './values/PySet'
import { PyTuple } from './values/PyTuple'
import type { PyValue } from './values/PyValue'

export type FindHandler = (module: string, name: string) => Handler | undefined

const newestProtocol = 5
const needed = new Uint8Array(256)
for (const { code, protocol } of known.values()) needed[code] = protocol

/** Runs the machine up to STOP. @throws {PickleError} and nothing else. */
export function execute(machine: Machine, find: FindHandler): { value: PyValue; protocol: number; opcodes: number } {
  const { input } = machine
  let protocol = 0
  let count = 0
  let start = input.position
  try {
    for (;;) {
      start = input.position
      const code = input.u8()
      count += 1
      if (count > machine.limits.opcodes) throw new PickleError('limit', 'instructions')
      const least = needed[code] as number
      if (least > protocol) protocol = least
      if (code === 0x2e) return { value: machine.pop(), protocol, opcodes: count }
      if (code === 0x80) {
        const announced = input.u8()
        if (announced > newestProtocol) throw new PickleError('protocol', String(announced))
        if (announced > protocol) protocol = announced
      } else if (!data(machine, code) && !containers(machine, code) && !objects(machine, code, find)) {
        throw new PickleError('opcode', `0x${code.toString(16).padStart(2, '0')}`)
      }
    }
  } catch (error) {
    if (!(error instanceof PickleError)) throw error
    if (error.position < 0) error.position = start
    throw error
  }
}

/** Instructions that push a number, a text or bytes, or move values between stack and memo. False: not one of these. */
function data(machine: Machine, code: number): boolean {
  const { input } = machine
  switch (code) {
    case 0x47: // BINFLOAT
      machine.push(input.f64())
      return true
    case 0x4b: // BININT1
      machine.pushInteger(input.u8())
      return true
    case 0x4d: // BININT2
      machine.pushInteger(input.u16())
      return true
    case 0x4a: // BININT
      machine.pushInteger(input.i32())
      return true
    case 0x8c: // SHORT_BINUNICODE
      machine.push(decodeUtf8(input.peek(input.u8())))
      return true
    case 0x94: // MEMOIZE
      machine.memoize(machine.top())
      return true
    case 0x68: // BINGET
      machine.push(machine.recall(input.u8()))
      return true
    case 0x6a: // LONG_BINGET
      machine.push(machine.recall(input.u32()))
      return true
    case 0x67: // GET
      machine.push(machine.recall(memoIndex(machine)))
      return true
    case 0x71: // BINPUT
      machine.remember(input.u8(), machine.top())
      return true
    case 0x72: // LONG_BINPUT
      machine.remember(input.u32(), machine.top())
      return true
    case 0x70: // PUT
      machine.remember(memoIndex(machine), machine.top())
      return true
    case 0x58: // BINUNICODE
      text(machine, input.u32())
      return true
    case 0x8d: // BINUNICODE8
      text(machine, input.u64())
      return true
    case 0x4e: // NONE
      machine.push(null)
      return true
    case 0x88: // NEWTRUE
      machine.push(true)
      return true
    case 0x89: // NEWFALSE
      machine.push(false)
      return true
    case 0x43: // SHORT_BINBYTES
      machine.push(input.keep(input.u8()))
      return true
    case 0x42: // BINBYTES
      machine.push(input.keep(input.u32()))
      return true
    case 0x8e: // BINBYTES8
      machine.push(input.keep(input.u64()))
      return true
    case 0x96: // BYTEARRAY8
      machine.push(new PyByteArray(input.keep(input.u64())))
      return true
    case 0x8a: // LONG1
      machine.pushInteger(decodeLong(input.peek(input.u8())))
      return true
    case 0x8b: // LONG4
      machine.pushInteger(decodeLong(input.peek(signedLength(machine, machine.limits.integerBytes))))
      return true
    default:
      return oldData(machine, code)
  }
}

/** The text forms of protocol 0 and Python 2's strings. */
function oldData(machine: Machine, code: number): boolean {
  const { input, limits } = machine
  switch (code) {
    case 0x49: {
      // INT
      const line = decodeLatin1(input.line())
      if (line === '00' || line === '01') machine.push(line === '01')
      else machine.pushInteger(parseInteger(line, limits.integerDigits))
      return true
    }
    case 0x4c: // LONG
      machine.pushInteger(parseInteger(decodeLatin1(input.line()).replace(/L$/, ''), limits.integerDigits))
      return true
    case 0x46: // FLOAT
      machine.push(parseFloatText(decodeLatin1(input.line())))
      return true
    case 0x56: // UNICODE
      machine.push(decodeRawUnicodeEscape(bounded(machine, input.line())))
      return true
    case 0x53: // STRING
      machine.push(machine.legacyString(decodeStringEscape(bounded(machine, input.line()))))
      return true
    case 0x54: // BINSTRING
      machine.push(machine.legacyString(input.peek(signedLength(machine, limits.stringBytes))))
      return true
    case 0x55: // SHORT_BINSTRING
      machine.push(machine.legacyString(input.peek(input.u8())))
      return true
    default:
      return false
  }
}

/** Instructions for marks, lists, tuples, dictionaries and sets. */
function containers(machine: Machine, code: number): boolean {
  switch (code) {
    case 0x28: // MARK
      machine.mark()
      return true
    case 0x30: // POP
      machine.discard()
      return true
    case 0x31: // POP_MARK
      machine.takeToMark()
      return true
    case 0x32: // DUP
      machine.push(machine.top())
      return true
    case 0x5d: // EMPTY_LIST
      machine.spend(1)
      machine.push([])
      return true
    case 0x6c: // LIST
      machine.spend(1)
      machine.push(machine.takeToMark())
      return true
    case 0x61: // APPEND
      appendItems(machine, machine.take(1))
      return true
    case 0x65: // APPENDS
      appendItems(machine, machine.takeToMark())
      return true
    case 0x29: // EMPTY_TUPLE
      tuple(machine, [])
      return true
    case 0x85: // TUPLE1
    case 0x86: // TUPLE2
    case 0x87: // TUPLE3
      tuple(machine, machine.take(code - 0x84))
      return true
    case 0x74: // TUPLE
      tuple(machine, machine.takeToMark())
      return true
    case 0x7d: // EMPTY_DICT
      machine.spend(3)
      machine.push(new PyDict())
      return true
    case 0x64: {
      // DICT
      const members = machine.takeToMark()
      machine.spend(3)
      machine.push(new PyDict())
      setPairs(machine, members)
      return true
    }
    case 0x73: // SETITEM
      setPairs(machine, machine.take(2))
      return true
    case 0x75: // SETITEMS
      setPairs(machine, machine.takeToMark())
      return true
    case 0x8f: // EMPTY_SET
      machine.spend(3)
      machine.push(new PySet(false))
      return true
    case 0x90: // ADDITEMS
      addItems(machine, machine.takeToMark())
      return true
    case 0x91: {
      // FROZENSET
      const members = machine.takeToMark()
      machine.spend(3)
      machine.push(new PySet(true, members))
      return true
    }
    default:
      return false
  }
}

/** Instructions for names, calls, states, buffers and frames. */
function objects(machine: Machine, code: number, find: FindHandler): boolean {
  const { input } = machine
  switch (code) {
    case 0x95: {
      // FRAME
      if (input.u64() > input.remaining) throw new PickleError('frame')
      return true
    }
    case 0x63: // GLOBAL
      machine.push(nameFromLines(machine))
      return true
    case 0x93: {
      // STACK_GLOBAL
      const [module, name] = machine.take(2)
      if (typeof module !== 'string' || typeof name !== 'string') throw new PickleError('global')
      machine.push(machine.global(module, name))
      return true
    }
    case 0x52: {
      // REDUCE
      const [callee = null, parameters = null] = machine.take(2)
      machine.push(call(machine, find, { callee, parameters }))
      return true
    }
    case 0x81: {
      // NEWOBJ
      const [callee = null, parameters = null] = machine.take(2)
      machine.push(call(machine, find, { callee, parameters }))
      return true
    }
    case 0x92: {
      // NEWOBJ_EX
      const [callee = null, parameters = null, keywords = null] = machine.take(3)
      if (!(keywords instanceof PyDict)) throw new PickleError('arguments', 'keywords')
      machine.push(call(machine, find, { callee, parameters, keywords }))
      return true
    }
    case 0x69: {
      // INST
      const callee = nameFromLines(machine)
      machine.push(call(machine, find, { callee, parameters: new PyTuple(machine.takeToMark()) }))
      return true
    }
    case 0x6f: {
      // OBJ
      const [callee, ...parameters] = machine.takeToMark()
      if (callee === undefined) throw new PickleError('stack')
      machine.push(call(machine, find, { callee, parameters: new PyTuple(parameters) }))
      return true
    }
    case 0x62: {
      // BUILD
      const [state = null] = machine.take(1)
      const target = machine.top()
      build(machine, target, state)
      if (isArrayWrapper(target))
        machine.replaceTop(readArrayBehind(machine, target, (inner) => execute(inner, find).value))
      return true
    }
    case 0x50: // PERSID
      machine.spend(1)
      machine.push(new PyPersistent(decodeLatin1(bounded(machine, input.line()))))
      return true
    case 0x51: // BINPERSID
      machine.spend(1)
      machine.push(new PyPersistent(machine.pop()))
      return true
    case 0x82: // EXT1
      machine.push(extension(machine, input.u8()))
      return true
    case 0x83: // EXT2
      machine.push(extension(machine, input.u16()))
      return true
    case 0x84: // EXT4
      machine.push(extension(machine, input.i32()))
      return true
    case 0x97: {
      // NEXT_BUFFER
      const next = machine.buffers.next()
      if (next.done) throw new PickleError('buffers')
      machine.spend(1)
      machine.push(new PyByteArray(next.value))
      return true
    }
    case 0x98: {
      // READONLY_BUFFER
      const buffer = machine.top()
      if (buffer instanceof PyByteArray) machine.replaceTop(buffer.bytes)
      else if (!(buffer instanceof Uint8Array)) throw new PickleError('buffers')
      return true
    }
    default:
      return false
  }
}

type Call = { callee: PyValue; parameters: PyValue; keywords?: PyDict }

function call(machine: Machine, find: FindHandler, { callee, parameters, keywords }: Call): PyValue {
  if (!(parameters instanceof PyTuple)) throw new PickleError('arguments', 'a tuple is needed')
  machine.spend(1)
  if (callee instanceof PyGlobal) {
    const handler = keywords && keywords.size > 0 ? undefined : find(callee.module, callee.name)
    const made = handler?.(parameters.items, machine)
    return made === undefined ? new PyObject(callee, parameters, keywords) : made
  }
  if (callee instanceof PyObject || callee instanceof PyPersistent) return new PyObject(callee, parameters, keywords)
  throw new PickleError('global', 'not a class or function')
}

function tuple(machine: Machine, items: PyValue[]): void {
  machine.spend(1)
  machine.push(new PyTuple(items))
}

function text(machine: Machine, length: number): void {
  if (length > machine.limits.stringBytes) throw new PickleError('limit', 'length of a text')
  if (!readEncodedBytes(machine, length)) machine.push(decodeUtf8(machine.input.peek(length)))
}

function nameFromLines(machine: Machine): PyGlobal {
  const module = decodeUtf8(bounded(machine, machine.input.line()))
  return machine.global(module, decodeUtf8(bounded(machine, machine.input.line())))
}

function memoIndex(machine: Machine): number {
  const index = Number(parseInteger(decodeLatin1(machine.input.line()), 20))
  if (!Number.isSafeInteger(index) || index < 0) throw new PickleError('memo', 'index')
  return index
}

/** Lengths the format calls signed: a negative one is a lie. */
function signedLength(machine: Machine, limit: number): number {
  const length = machine.input.i32()
  if (length < 0) throw new PickleError('length')
  if (length > limit && length <= machine.input.remaining) throw new PickleError('limit', 'length')
  return length
}

function bounded(machine: Machine, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.length > machine.limits.stringBytes) throw new PickleError('limit', 'length of a text')
  return bytes
}

function extension(machine: Machine, code: number): PyGlobal {
  if (code <= 0) throw new PickleError('extension', String(code))
  const [module, name] = machine.options.extensions?.get(code) ?? ['copyreg extension', String(code)]
  return machine.global(module, name)
}
