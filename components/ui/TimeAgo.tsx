'use client'
import { useUiWords } from './UiWords'
import { useNow } from './useNow'

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** A moment: relative in the text, absolute with zone on hover and to machines. */
export function TimeAgo({ date }: { date: Date }) {
  const { locale } = useUiWords()
  const now = useNow()
  const absolute = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    ...(now ? {} : { timeZone: 'UTC' }),
  })
  const seconds = Math.round((date.getTime() - now) / 1_000)
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
  return (
    <time dateTime={date.toISOString()} title={absolute.format(date)}>
      {now ? relative : absolute.format(date)}
    </time>
  )
}
