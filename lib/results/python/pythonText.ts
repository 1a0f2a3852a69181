import { NDArray } from '../unpickle/values/NDArray'
import { NPScalar } from '../unpickle/values/NPScalar'
import { PyByteArray } from '../unpickle/values/PyByteArray'
import { PyComplex } from '../unpickle/values/PyComplex'
import { PyDate, PyDateTime, PyTime, PyTimeDelta, PyTimeZone } from '../unpickle/values/PyDateTime'
import { PyGlobal } from '../unpickle/values/PyGlobal'
import { PyObject } from '../unpickle/values/PyObject'
import { PyRange } from '../unpickle/values/PyRange'
import { PyScalar } from '../unpickle/values/PyScalar'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { floatText } from './floatText'
import { formatTicks } from './formatTicks'
import { pandasScalar } from './pandasScalar'

const textLimit = 200
const hexLimit = 48

/** A value in one line of at most 200 characters, close to Python's `repr`; empty for containers. */
export function pythonText(value: PyValue): string {
  if (value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'number') return floatText(value)
  if (typeof value === 'bigint') return clip(value.toString())
  if (typeof value === 'string') return clip(JSON.stringify(value.slice(0, textLimit)))
  if (value instanceof Uint8Array) return bytesText(value)
  if (value instanceof PyByteArray) return bytesText(value.bytes)
  if (value instanceof PyComplex) return `(${complexText(value)})`
  if (value instanceof PyGlobal) return clip(value.path)
  if (value instanceof PyScalar) return clip(value.text)
  if (value instanceof NPScalar) return scalarText(value)
  if (value instanceof NDArray) return `${value.dtype.name} (${value.shape.join(' × ')})`
  if (value instanceof PyDate || value instanceof PyTime || value instanceof PyDateTime) return value.toString()
  if (value instanceof PyTimeDelta || value instanceof PyTimeZone) return value.toString()
  if (value instanceof PyRange)
    return `${value.type}(${[value.start, value.stop, value.step].map(memberText).join(', ')})`
  if (value instanceof PyObject) return pandasScalar(value) ?? ''
  if (value instanceof PyTuple && value.items.length === 0) return '()'
  return ''
}

function memberText(value: PyValue): string {
  if (typeof value === 'number') return String(value)
  return value instanceof PyRange ? '…' : pythonText(value) || '…'
}

function complexText({ real, imaginary }: PyComplex): string {
  const sign = imaginary < 0 || Object.is(imaginary, -0) ? '-' : '+'
  const trim = (value: number) => floatText(value).replace(/\.0$/, '')
  return `${trim(real)}${sign}${trim(Math.abs(imaginary))}j`
}

function scalarText({ dtype, value }: NPScalar): string {
  if (dtype.kind === 'M' || dtype.kind === 'm') return typeof value === 'bigint' ? formatTicks(dtype, value) : 'NaT'
  return (dtype.kind === 'i' || dtype.kind === 'u') && value !== null ? String(value) : pythonText(value)
}

function bytesText(bytes: Uint8Array): string {
  const shown = bytes.subarray(0, hexLimit)
  const printable = shown.every((byte) => byte >= 32 && byte < 127 && byte !== 39 && byte !== 92)
  const hex = () => [...shown].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const text = printable ? `b'${String.fromCharCode(...shown)}'` : hex()
  return bytes.length > hexLimit ? `${text}…` : text
}

function clip(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text
}
