import { PickleError } from '../PickleError'
import {
  type ClockFields,
  PyDate,
  PyDateTime,
  PyTime,
  PyTimeDelta,
  PyTimeZone,
  type PyZone,
} from '../values/PyDateTime'
import { PyObject } from '../values/PyObject'
import type { PyValue } from '../values/PyValue'
import { type Handler, type Handlers, toBytes, toIndex } from './Handler'

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysLimit = 999_999_999

function dateFrom(bytes: Uint8Array): PyDate {
  const [high = 0, low = 0, month = 0, day = 0] = bytes
  const year = high * 256 + low
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && !leap ? 28 : (daysIn[month - 1] ?? 0)
  if (year < 1 || year > 9999 || day < 1 || day > days) throw new PickleError('arguments', 'date')
  return new PyDate(year, month, day)
}

function timeFrom(bytes: Uint8Array, fold: 0 | 1, zone: PyZone): PyTime {
  const [hour = 0, minute = 0, second = 0, a = 0, b = 0, c = 0] = bytes
  const clock: ClockFields = { hour, minute, second, microsecond: (a * 256 + b) * 256 + c, fold, zone }
  if (hour > 23 || minute > 59 || second > 59 || clock.microsecond > 999_999) throw new PickleError('arguments', 'time')
  return new PyTime(clock)
}

/** The zone argument: absent, a known zone, or an unknown class kept as a descriptor. */
function zoneFrom(value: PyValue | undefined): PyZone | undefined {
  if (value === undefined || value === null) return null
  return value instanceof PyTimeZone || value instanceof PyObject ? value : undefined
}

const modulo = (value: number, by: number) => ((value % by) + by) % by

const date: Handler = ([packed]) => {
  const bytes = toBytes(packed)
  return bytes?.length === 4 ? dateFrom(bytes) : undefined
}

const time: Handler = ([packed, tz]) => {
  const bytes = toBytes(packed)
  const zone = zoneFrom(tz)
  if (bytes?.length !== 6 || zone === undefined) return undefined
  const hour = bytes[0] ?? 0
  return timeFrom(Uint8Array.of(hour & 127, ...bytes.subarray(1)), hour > 127 ? 1 : 0, zone)
}

const datetime: Handler = ([packed, tz]) => {
  const bytes = toBytes(packed)
  const zone = zoneFrom(tz)
  if (bytes?.length !== 10 || zone === undefined) return undefined
  const month = bytes[2] ?? 0
  const day = dateFrom(Uint8Array.of(bytes[0] ?? 0, bytes[1] ?? 0, month & 127, bytes[3] ?? 0))
  return new PyDateTime(day, timeFrom(bytes.subarray(4), month > 127 ? 1 : 0, zone))
}

const timedelta: Handler = ([days = 0, seconds = 0, microseconds = 0]) => {
  const parts = [toIndex(days), toIndex(seconds), toIndex(microseconds)]
  const [d, s, u] = parts
  if (d === undefined || s === undefined || u === undefined) return undefined
  const wholeSeconds = s + Math.floor(u / 1_000_000)
  const total = d + Math.floor(wholeSeconds / 86_400)
  if (Math.abs(total) > daysLimit) throw new PickleError('arguments', 'timedelta')
  return new PyTimeDelta(total, modulo(wholeSeconds, 86_400), modulo(u, 1_000_000))
}

const timezone: Handler = ([offset, name = null]) =>
  offset instanceof PyTimeDelta && (name === null || typeof name === 'string')
    ? new PyTimeZone('datetime.timezone', offset, name)
    : undefined

/** Zones whose offset depends on the date: only the name is known. */
const named: Handler = ([name]) =>
  typeof name === 'string' ? new PyTimeZone('zoneinfo.ZoneInfo', null, name) : undefined

const secondsOf = (value: number) => new PyTimeDelta(Math.floor(value / 86_400), modulo(value, 86_400), 0)

const pytzUtc: Handler = () => new PyTimeZone('pytz', secondsOf(0), 'UTC')

/** pytz writes the name, and for one of the zone's offsets its seconds, saving and abbreviation. */
const pytzNamed: Handler = ([name, seconds]) => {
  if (typeof name !== 'string') return undefined
  const offset = toIndex(seconds)
  return new PyTimeZone('pytz', offset === undefined ? null : secondsOf(offset), name)
}

const pytzFixed: Handler = ([minutes]) => {
  const offset = toIndex(minutes)
  return offset === undefined ? undefined : new PyTimeZone('pytz', secondsOf(offset * 60), null)
}

export const datetimeHandlers: Handlers = [
  ['datetime', 'date', date],
  ['datetime', 'time', time],
  ['datetime', 'datetime', datetime],
  ['datetime', 'timedelta', timedelta],
  ['datetime', 'timezone', timezone],
  ['zoneinfo', 'ZoneInfo._unpickle', named],
  ['zoneinfo', 'ZoneInfo', named],
  ['pytz', '_UTC', pytzUtc],
  ['pytz', '_p', pytzNamed],
  ['pytz', 'FixedOffset', pytzFixed],
]
