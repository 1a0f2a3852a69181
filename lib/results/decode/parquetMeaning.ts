import type { SchemaElement } from 'hyparquet'
import { formatTicks } from '../python/formatTicks'
import type { Cell } from '../types'

export type Meaning = {
  kind: 'datetime' | 'decimal' | 'time' | undefined
  /** Turns what is stored into a cell. */
  read: (value: unknown) => Cell | undefined
}

const units: Record<string, string> = { MILLIS: 'ms', MICROS: 'us', NANOS: 'ns' }
const exactDigits = 15

/** Reads instants and days as exact ISO 8601 texts, which a `Date` would cut to milliseconds. */
export const parsers = {
  timestampFromMilliseconds: (ticks: bigint) => instant('ms', ticks),
  timestampFromMicroseconds: (ticks: bigint) => instant('us', ticks),
  timestampFromNanoseconds: (ticks: bigint) => instant('ns', ticks),
  dateFromDays: (days: number) => instant('D', BigInt(days)),
}

/**
 * What the values of a column mean beyond their storage. Decimals and times of day lose that meaning in the schema, so that
 * they are handed over as they are stored and nothing is rounded.
 */
export function parquetMeaning(element: SchemaElement): Meaning {
  const { converted_type: converted = '', logical_type: logical, type } = element
  const name: string = logical?.type ?? ''
  if (
    name === 'TIMESTAMP' ||
    converted.startsWith('TIMESTAMP') ||
    name === 'DATE' ||
    converted === 'DATE' ||
    type === 'INT96'
  ) {
    const zoned = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC
    return {
      kind: 'datetime',
      read: (value) => (typeof value === 'string' ? `${value}${zoned ? 'Z' : ''}` : undefined),
    }
  }
  if (name === 'DECIMAL' || converted === 'DECIMAL') {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)
    forget(element)
    return { kind: 'decimal', read: (value) => decimal(value, scale) }
  }
  if (name === 'TIME' || converted.startsWith('TIME_')) {
    const unit = logical?.type === 'TIME' ? units[logical.unit] : units[converted.slice('TIME_'.length)]
    forget(element)
    return { kind: 'time', read: (value) => clock(value, unit ?? 'us') }
  }
  return { kind: undefined, read: () => undefined }
}

/** Decimals as numbers when a number holds every one of them exactly; otherwise they stay texts. */
export function decimalsToNumbers(cells: readonly Cell[]): Cell[] {
  const exact = cells.every(
    (cell) => typeof cell !== 'string' || cell.replace(/\D/g, '').replace(/^0+/, '').length <= exactDigits,
  )
  return exact ? cells.map((cell) => (typeof cell === 'string' ? Number(cell) : cell)) : [...cells]
}

function forget(element: SchemaElement): void {
  delete element.converted_type
  delete element.logical_type
}

function instant(name: string, ticks: bigint): string {
  return formatTicks({ kind: 'M', unit: { name, count: 1 } }, ticks)
}

function clock(value: unknown, unit: string): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined
  return instant(unit, BigInt(value)).split('T')[1]
}

/** Unscaled integers: numbers, or bytes in two's complement with the most significant first. */
function decimal(value: unknown, scale: number): string | undefined {
  let whole: bigint
  if (typeof value === 'number' || typeof value === 'bigint') whole = BigInt(value)
  else if (value instanceof Uint8Array && value.length <= 32) whole = signed(value)
  else return undefined
  if (scale <= 0 || scale > 100) return String(whole)
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0')
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function signed(bytes: Uint8Array): bigint {
  let whole = 0n
  for (const byte of bytes) whole = (whole << 8n) | BigInt(byte)
  return BigInt.asIntN(bytes.length * 8, whole)
}
