import { parseDate } from './flatten'

const units = { y: 'y', M: 'M', w: 'w', d: 'd', h: 'h', H: 'h', m: 'm', s: 's' } as const
const milliseconds = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 }

/**
 * ms since the epoch of a date in a query: ISO 8601, a number of ms, or date mathematics such as `now-7d/d` and
 * `2024-01-01||+1M`. Rounding goes up to the last ms of the unit when `roundUp`. Undefined when it is no date.
 */
export function dateMath(
  value: string | number,
  { now, roundUp }: { now: number; roundUp: boolean },
): number | undefined {
  if (typeof value === 'number') return value
  const [anchor = '', mathematics = ''] = value.startsWith('now') ? ['now', value.slice(3)] : value.split('||')
  const start = anchor === 'now' ? now : parsePartial(anchor, roundUp)
  if (start === undefined || !/^(?:[+-]\d+[yMwdhHms]|\/[yMwdhHms])*$/.test(mathematics)) return undefined
  let date = new Date(start)
  for (const [step] of mathematics.matchAll(/[+-]\d+[yMwdhHms]|\/[yMwdhHms]/g)) {
    const unit = units[step.at(-1) as keyof typeof units]
    date = step.startsWith('/') ? round(date, unit, roundUp) : add(date, Number(step.slice(0, -1)), unit)
  }
  return date.getTime()
}

/** A day without a time means its first or last ms. */
function parsePartial(text: string, roundUp: boolean): number | undefined {
  if (/^\d{11,}$/.test(text)) return Number(text)
  const full = /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
  const time = parseDate(full)
  if (time === undefined || !roundUp || text.includes('T')) return time
  return round(new Date(time), text.length === 4 ? 'y' : text.length === 7 ? 'M' : 'd', true).getTime()
}

type Unit = (typeof units)[keyof typeof units]

function add(date: Date, count: number, unit: Unit): Date {
  if (unit !== 'y' && unit !== 'M') return new Date(date.getTime() + count * milliseconds[unit])
  const months = unit === 'y' ? count * 12 : count
  const moved = new Date(date)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(date.getUTCDate(), last))
  return moved
}

function round(date: Date, unit: Unit, up: boolean): Date {
  const start = new Date(date)
  if (unit === 'y') start.setUTCMonth(0, 1)
  if (unit === 'M') start.setUTCDate(1)
  if (unit === 'w') start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7))
  if (unit === 'm') start.setUTCSeconds(0, 0)
  else if (unit === 'h') start.setUTCMinutes(0, 0, 0)
  else if (unit === 's') start.setUTCMilliseconds(0)
  else start.setUTCHours(0, 0, 0, 0)
  return up ? new Date(add(start, 1, unit).getTime() - 1) : start
}
