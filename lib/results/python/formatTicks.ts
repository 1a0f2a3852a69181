import type { DType } from '../unpickle/values/DType'

const perSecond: Record<string, bigint> = {
  s: 1n,
  ms: 10n ** 3n,
  us: 10n ** 6n,
  μs: 10n ** 6n,
  ns: 10n ** 9n,
  ps: 10n ** 12n,
  fs: 10n ** 15n,
  as: 10n ** 18n,
}
const seconds: Record<string, bigint> = { W: 604_800n, D: 86_400n, h: 3600n, m: 60n }

const pad = (value: bigint | number, width: number) => String(value).padStart(width, '0')

/**
 * An instant of `datetime64` or a length of `timedelta64` as ISO 8601, exact to the last digit: `2020-01-02`,
 * `2020-01-02T03:04:05.000000001`, `-P1DT2H`. Plain digits for units without a meaning.
 */
export function formatTicks(dtype: Pick<DType, 'kind' | 'unit'>, ticks: bigint): string {
  const { name, count } = dtype.unit ?? { name: 'generic', count: 1 }
  const total = ticks * BigInt(count)
  const isDuration = dtype.kind === 'm'
  if (name === 'Y' || name === 'M') {
    if (isDuration) return `${total < 0n ? '-' : ''}P${total < 0n ? -total : total}${name}`
    return name === 'Y'
      ? yearText(1970n + total)
      : `${yearText(1970n + floorDivide(total, 12n))}-${pad(modulo(total, 12n) + 1n, 2)}`
  }
  const whole = seconds[name]
  const parts = perSecond[name] ?? 1n
  if (whole === undefined && perSecond[name] === undefined) return String(total)
  const fine = whole === undefined ? total : total * whole
  return isDuration ? durationText(fine, parts) : instantText(fine, { parts, dateOnly: name === 'D' || name === 'W' })
}

function instantText(total: bigint, { parts, dateOnly }: { parts: bigint; dateOnly: boolean }): string {
  const second = floorDivide(total, parts)
  const date = dateText(floorDivide(second, 86_400n))
  if (dateOnly) return date
  const clock = modulo(second, 86_400n)
  const time = `${pad(clock / 3600n, 2)}:${pad((clock / 60n) % 60n, 2)}:${pad(clock % 60n, 2)}`
  return `${date}T${time}${fractionText(modulo(total, parts), parts)}`
}

function durationText(total: bigint, parts: bigint): string {
  const size = total < 0n ? -total : total
  const second = size / parts
  const days = second / 86_400n
  const [hours, minutes] = [(second / 3600n) % 24n, (second / 60n) % 60n]
  const rest = `${second % 60n}${fractionText(size % parts, parts)}`
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest === '0' ? '' : `${rest}S`}`
  const text = `${days ? `${days}D` : ''}${clock ? `T${clock}` : ''}`
  return `${total < 0n ? '-' : ''}P${text || 'T0S'}`
}

function fractionText(rest: bigint, parts: bigint): string {
  if (rest === 0n) return ''
  return `.${pad(rest, parts.toString().length - 1).replace(/0+$/, '')}`
}

/** Proleptic Gregorian calendar, days since 1970-01-01. */
function dateText(days: bigint): string {
  const shifted = days + 719_468n
  const era = floorDivide(shifted, 146_097n)
  const dayOfEra = shifted - era * 146_097n
  const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n)
  const shiftedMonth = (5n * dayOfYear + 2n) / 153n
  const day = dayOfYear - (153n * shiftedMonth + 2n) / 5n + 1n
  const month = shiftedMonth < 10n ? shiftedMonth + 3n : shiftedMonth - 9n
  const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n)
  return `${yearText(year)}-${pad(month, 2)}-${pad(day, 2)}`
}

function yearText(year: bigint): string {
  return year < 0n ? `-${pad(-year, 4)}` : pad(year, 4)
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value % by < 0n ? quotient - 1n : quotient
}

function modulo(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by
}
