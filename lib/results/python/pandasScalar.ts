import { DType } from '../unpickle/values/DType'
import type { PyObject } from '../unpickle/values/PyObject'
import type { PyValue } from '../unpickle/values/PyValue'
import { floatText } from './floatText'
import { formatTicks } from './formatTicks'
import { intervalText } from './intervalColumn'
import { frequencyOf, periodText } from './periodText'

const resolutions: Record<number, string> = { 7: 's', 8: 'ms', 9: 'us', 10: 'ns' }

/** A scalar of pandas as text, `null` for a missing one; `undefined` for every other object. */
export function pandasScalar(value: PyObject): string | null | undefined {
  const [first, second = null, third] = value.parameters.items
  switch (value.path) {
    case 'pandas._libs.missing._unpickle_na':
    case 'pandas._libs.tslibs.nattype._nat_unpickle':
    case 'pandas._libs.tslibs.nattype.__nat_unpickle':
      return null
    case 'pandas._libs.tslibs.timestamps._unpickle_timestamp': {
      const zone = third ?? null
      return ticksText('M', { ticks: first, resolution: value.parameters.items[3], suffix: zone === null ? '' : 'Z' })
    }
    case 'pandas._libs.tslibs.timedeltas._timedelta_unpickle':
      return ticksText('m', { ticks: first, resolution: second, suffix: '' })
    case 'pandas._libs.tslibs.period.Period': {
      const frequency = frequencyOf(second)
      const ordinal = wholeOf(third)
      return frequency && ordinal !== undefined ? periodText(frequency, ordinal) : undefined
    }
    case 'pandas._libs.interval.Interval': {
      const [from, to] = [boundText(first), boundText(second)]
      return from && to && typeof third === 'string' ? intervalText(from, to, third) : undefined
    }
    default:
      return undefined
  }
}

type Ticks = { ticks: PyValue | undefined; resolution: PyValue | undefined; suffix: string }

function ticksText(kind: 'M' | 'm', { ticks, resolution, suffix }: Ticks): string | undefined {
  const whole = wholeOf(ticks)
  const name = resolutions[Number(resolution ?? 10)] ?? 'ns'
  if (whole === undefined) return undefined
  return formatTicks(new DType({ kind, itemSize: 8, unit: { name, count: 1 } }), whole) + suffix
}

function wholeOf(value: PyValue | undefined): bigint | undefined {
  if (typeof value === 'bigint') return value
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined
}

function boundText(value: PyValue | undefined): string | undefined {
  if (typeof value === 'number') return floatText(value)
  if (typeof value === 'bigint') return String(value)
  const text =
    typeof value === 'object' && value !== null && 'parameters' in value ? pandasScalar(value as PyObject) : null
  return text?.replace(/(?<=\d)T(?=\d)/, ' ')
}
