import { execute } from './execute'
import { findHandler, isKnownName } from './handlers/registry'
import { Input } from './Input'
import { defaultLimits } from './limits'
import { Machine, type UnpickleOptions } from './Machine'
import { PickleError } from './PickleError'
import type { PyGlobal } from './values/PyGlobal'
import type { PyValue } from './values/PyValue'

export type UnpickleReturnType = {
  value: PyValue
  /** Everything the file named, in order of appearance. */
  imports: PyGlobal[]
  /** Highest protocol announced or needed. */
  protocol: number
  opcodes: number
  /** Bytes up to and including STOP. */
  length: number
}

/**
 * Reads a pickle of any protocol without running anything it names. Names on the allow-list become values; everything
 * else becomes an inert `PyGlobal` or `PyObject`. `bytes` and arrays are views that keep the input alive.
 *
 * @param bytes - The pickle; what follows its STOP is ignored.
 * @throws {PickleError} with the code and position of the instruction that failed; never anything else.
 */
export function unpickle(bytes: Uint8Array<ArrayBuffer>, options: UnpickleOptions = {}): UnpickleReturnType {
  const input = new Input(bytes, options.owned)
  const machine = new Machine(input, { ...options, knows: isKnownName })
  const limit = options.limits?.inputBytes ?? defaultLimits.inputBytes
  if (bytes.length > limit) throw new PickleError('limit', 'size of the input', 0)
  const { value, protocol, opcodes } = execute(machine, findHandler)
  return { value, imports: [...machine.globals.values()], protocol, opcodes, length: input.position }
}
