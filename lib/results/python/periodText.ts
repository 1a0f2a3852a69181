import { toIndex } from '../unpickle/handlers/Handler'
import { PyObject } from '../unpickle/values/PyObject'
import type { PyValue } from '../unpickle/values/PyValue'
import { formatTicks } from './formatTicks'

/** Names of pandas' frequencies by the classes that pandas 1 pickles. */
const classes: Record<string, string> = {
  YearEnd: 'Y',
  QuarterEnd: 'Q',
  MonthEnd: 'M',
  Week: 'W',
  BusinessDay: 'B',
  Day: 'D',
  Hour: 'h',
  Minute: 'min',
  Second: 's',
  Milli: 'ms',
  Micro: 'us',
  Nano: 'ns',
}
const older: Record<string, string> = { A: 'Y', H: 'h', T: 'min', S: 's', L: 'ms', U: 'us', N: 'ns' }
const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']
const notATime = -(2n ** 63n)

export type Frequency = { base: string; weekday: number }

/** What a period's ordinal counts: from `period[Q-DEC]`, `W-SUN`, or an offset object; `undefined` when unknown. */
export function frequencyOf(value: PyValue | undefined): Frequency | undefined {
  if (value instanceof PyObject) {
    const base = classes[value.path.replace('pandas._libs.tslibs.offsets.', '')]
    if (!base) return frequencyOf(value.parameters.items[0])
    return { base, weekday: base === 'W' ? (toIndex(value.parameters.items[2]) ?? 6) : 6 }
  }
  const match = typeof value === 'string' ? /^(?:period\[)?\d*([A-Za-z]+)(?:-([A-Z]{3}))?\]?$/.exec(value) : null
  const [, name = '', anchor = ''] = match ?? []
  const base = older[name] ?? name
  const known = Object.values(classes).includes(base)
  return known ? { base, weekday: Math.max(0, base === 'W' && anchor ? weekdays.indexOf(anchor) : 6) } : undefined
}

/** A period as pandas prints it, such as `2020Q1`; `null` when it is none. */
export function periodText(frequency: Frequency, ordinal: bigint): string | null {
  if (ordinal === notATime) return null
  const { base } = frequency
  if (base === 'Q') {
    const quarter = ((ordinal % 4n) + 4n) % 4n
    return `${1970n + (ordinal - quarter) / 4n}Q${quarter + 1n}`
  }
  if (base === 'W') {
    const last = ordinal * 7n + BigInt((frequency.weekday + 1) % 7) - 4n
    return `${text('D', last - 6n)}/${text('D', last)}`
  }
  if (base === 'B') {
    const shifted = ordinal + 3n
    const day = ((shifted % 5n) + 5n) % 5n
    return text('D', ((shifted - day) / 5n) * 7n + day - 3n)
  }
  if (base === 'h' || base === 'min') return text(base === 'min' ? 'm' : base, ordinal).slice(0, -3)
  return withFraction(text(base, ordinal), base)
}

function text(name: string, ticks: bigint): string {
  return formatTicks({ kind: 'M', unit: { name, count: 1 } }, ticks).replace('T', ' ')
}

/** pandas prints all digits of the frequency. */
function withFraction(plain: string, base: string): string {
  const digits = { ms: 3, us: 6, ns: 9 }[base]
  if (!digits) return plain
  const [whole = '', fraction = ''] = plain.split('.')
  return `${whole}.${fraction.padEnd(digits, '0')}`
}
