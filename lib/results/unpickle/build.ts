import { buildArray } from './handlers/buildArray'
import { buildDType } from './handlers/buildDType'
import type { Machine } from './Machine'
import { PickleError } from './PickleError'
import { DType } from './values/DType'
import { NDArray } from './values/NDArray'
import { PyDeque } from './values/PyDeque'
import { PyDict } from './values/PyDict'
import { PyObject } from './values/PyObject'
import { PyScalar } from './values/PyScalar'
import { PyTuple } from './values/PyTuple'
import type { PyValue } from './values/PyValue'

/** Gives a value its state. Only arrays, dtypes, UUIDs and descriptors take one. @throws {PickleError} `build` */
export function build(machine: Machine, target: PyValue, state: PyValue): void {
  if (target instanceof NDArray) buildArray(target, state)
  else if (target instanceof DType) buildDType(target, state)
  else if (target instanceof PyObject) record(machine, target, state)
  else if (target instanceof PyScalar && target.type === 'uuid.UUID') buildUuid(target, state)
  else if (!takesAttributes(target, state)) throw new PickleError('build')
}

/** A second dictionary adds to the first, as attributes would; anything else replaces. */
function record(machine: Machine, target: PyObject, state: PyValue): void {
  if (!(target.state instanceof PyDict) || !(state instanceof PyDict)) {
    target.state = state
    return
  }
  if (target.state === state) return
  machine.spend(state.size)
  for (const [key, value] of state.entries()) target.state.set(key, value)
}

function buildUuid(target: PyScalar, state: PyValue): void {
  const held = state instanceof PyTuple ? (state.items[1] ?? null) : state
  const number = held instanceof PyDict ? held.get('int') : undefined
  const whole = typeof number === 'number' && Number.isSafeInteger(number) ? BigInt(number) : number
  if (target.text || typeof whole !== 'bigint' || whole < 0n || whole >= 2n ** 128n)
    throw new PickleError('build', 'UUID')
  const digits = whole.toString(16).padStart(32, '0')
  target.text = digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

/** Extra attributes of collections are accepted; they hold no members. */
function takesAttributes(target: PyValue, state: PyValue): boolean {
  const collection = target instanceof PyDeque || (target instanceof PyDict && target.type !== 'dict')
  return collection && (state === null || state instanceof PyDict || state instanceof PyTuple)
}
