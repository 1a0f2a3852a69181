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
    return momentPart(this)
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
    return momentPart(this.time, this.date)
  }
}

/** Python compares moments with an offset by their time in UTC; `fold` does not matter. */
function momentPart(time: PyTime, date?: PyDate): HashPart {
  const { hour, minute, second, microsecond, zone } = time.clock
  if (zone !== null && !(zone instanceof PyTimeZone)) return undefined
  const plain = `${date ? `d${date}` : ''}t`
  if (!zone?.offset) return `${plain}${new PyTime({ ...time.clock, zone: null })}${zone?.hashPart() ?? ''}`
  const { days, seconds, microseconds } = zone.offset
  const midnight = date ? new Date(0).setUTCFullYear(date.year, date.month - 1, date.day) / 1000 : 0
  const fine = microsecond - microseconds
  const whole = midnight + hour * 3600 + minute * 60 + second - days * 86_400 - seconds - (fine < 0 ? 1 : 0)
  return `${plain}${whole},${fine < 0 ? fine + 1_000_000 : fine}`
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

export type PyTimeZoneType = 'datetime.timezone' | 'zoneinfo.ZoneInfo' | 'pytz'

/** A zone; `offset` is `null` where it depends on the date. */
export class PyTimeZone extends PyBase {
  readonly type: PyTimeZoneType
  readonly offset: PyTimeDelta | null
  readonly name: string | null
  constructor(type: PyTimeZoneType, offset: PyTimeDelta | null, name: string | null) {
    super()
    this.type = type
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
    if (this.name !== null) return this.name
    return this.suffix === '+00:00' ? 'UTC' : `UTC${this.suffix}`
  }

  /** Python compares `datetime.timezone` by offset, the others by identity, which their name stands for. */
  override hashPart(): HashPart {
    return `z${this.type}:${this.type === 'datetime.timezone' ? this.suffix : this}`
  }
}
