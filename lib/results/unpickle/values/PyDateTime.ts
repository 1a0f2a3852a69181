import type { PyObject } from './PyObject'
import { type HashPart, PyBase } from './PyValue'

export type PyZone = PyTimeZone | PyObject | null

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** `datetime.date`. */
export class PyDate extends PyBase {
  readonly year: number
  readonly month: number
  readonly day: number
  constructor(year: number, month: number, day: number) {
    super()
    this.year = year
    this.month = month
    this.day = day
  }
  /** ISO 8601. */
  override toString(): string {
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`
  }

  override hashPart(): HashPart {
    return `d${this}`
  }
}

export type ClockFields = {
  hour: number
  minute: number
  second: number
  microsecond: number
  fold: 0 | 1
  zone: PyZone
}

/** `datetime.time`. */
export class PyTime extends PyBase {
  readonly clock: Readonly<ClockFields>
  constructor(clock: ClockFields) {
    super()
    this.clock = clock
  }
  /** ISO 8601. */
  override toString(): string {
    const { hour, minute, second, microsecond, zone } = this.clock
    const fraction = microsecond ? `.${pad(microsecond, 6)}` : ''
    return `${pad(hour)}:${pad(minute)}:${pad(second)}${fraction}${zone instanceof PyTimeZone ? zone.suffix : ''}`
  }

  override hashPart(): HashPart {
    const { zone } = this.clock
    return zone === null || zone instanceof PyTimeZone ? `d${this}${zone ?? ''}` : undefined
  }
}

/** `datetime.datetime`. */
export class PyDateTime extends PyBase {
  readonly date: PyDate
  readonly time: PyTime
  constructor(date: PyDate, time: PyTime) {
    super()
    this.date = date
    this.time = time
  }
  /** ISO 8601; a zone known only by name is not appended. */
  override toString(): string {
    return `${this.date}T${this.time}`
  }

  override hashPart(): HashPart {
    const part = this.time.hashPart()
    return part === undefined ? undefined : `d${this.date}${String(part)}`
  }
}

/** `datetime.timedelta`, normalised as Python does: seconds in 0..86,399, microseconds in 0..999,999. */
export class PyTimeDelta extends PyBase {
  readonly days: number
  readonly seconds: number
  readonly microseconds: number
  constructor(days: number, seconds: number, microseconds: number) {
    super()
    this.days = days
    this.seconds = seconds
    this.microseconds = microseconds
  }
  /** As Python's `str`: `1 day, 2:03:04.000005`. */
  override toString(): string {
    const { days, seconds, microseconds } = this
    const clock = `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
    const fraction = microseconds ? `.${pad(microseconds, 6)}` : ''
    return `${days ? `${days} day${Math.abs(days) === 1 ? '' : 's'}, ` : ''}${clock}${fraction}`
  }

  override hashPart(): HashPart {
    return `m${this.days},${this.seconds},${this.microseconds}`
  }
}

/** `datetime.timezone` (with `offset`), or a zone known by name only (`zoneinfo`, `pytz`). */
export class PyTimeZone extends PyBase {
  readonly offset: PyTimeDelta | null
  readonly name: string | null
  constructor(offset: PyTimeDelta | null, name: string | null) {
    super()
    this.offset = offset
    this.name = name
  }
  /** `+02:00`, or nothing when the offset depends on the date. */
  get suffix(): string {
    if (!this.offset) return ''
    const total = this.offset.days * 86_400 + this.offset.seconds
    const size = Math.abs(total)
    const seconds = size % 60 ? `:${pad(size % 60)}` : ''
    return `${total < 0 ? '-' : '+'}${pad(Math.floor(size / 3600))}:${pad(Math.floor(size / 60) % 60)}${seconds}`
  }
  override toString(): string {
    return this.name ?? `UTC${this.suffix}`
  }

  override hashPart(): HashPart {
    return `z${this}`
  }
}
