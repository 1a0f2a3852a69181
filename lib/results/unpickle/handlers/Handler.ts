import type { Machine } from '../Machine'
import { PickleError } from '../PickleError'
import { encodeLatin1 } from '../text'
import { PyByteArray } from '../values/PyByteArray'
import type { PyValue } from '../values/PyValue'

/**
 * Makes a value for one allow-listed name. `undefined` means "not a form I know": the call is then recorded as an inert
 * `PyObject`.
 *
 * @throws {PickleError} when the arguments lie about themselves.
 */
export type Handler = (parameters: readonly PyValue[], machine: Machine) => PyValue | undefined

export type Handlers = readonly (readonly [module: string, name: string, handler: Handler])[]

/** An integer that can be an index or a length. */
export function toIndex(value: PyValue | undefined): number | undefined {
  const near = typeof value === 'bigint' ? Number(value) : typeof value === 'boolean' ? Number(value) : value
  return typeof near === 'number' && Number.isSafeInteger(near) ? near : undefined
}

/** @throws {PickleError} `arguments` */
export function needIndex(value: PyValue | undefined): number {
  const index = toIndex(value)
  if (index === undefined) throw new PickleError('arguments', 'a whole number is needed')
  return index
}

/** `bytes`, `bytearray`, or Python 2's `str` read as Latin-1. */
export function toBytes(value: PyValue | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (value instanceof Uint8Array) return value
  if (value instanceof PyByteArray) return value.bytes
  return typeof value === 'string' ? encodeLatin1(value) : undefined
}

/** A text, also when Python 2 wrote it as bytes. */
export function toText(value: PyValue | undefined): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof Uint8Array ? String.fromCharCode(...value.subarray(0, 1024)) : undefined
}
