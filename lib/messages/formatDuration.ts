/** A length of time given in seconds, such as "2 min 5 s" or "1 h", with the numbers of the language. */
export function formatDuration(seconds: number, locale: string): string {
  if (seconds < 1) return `${Math.max(0, Math.round(seconds * 1_000))} ms`
  if (seconds < 10) return `${seconds.toLocaleString(locale, { maximumFractionDigits: 1 })} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  if (seconds < 3_600) return join([Math.floor(seconds / 60), 'min'], [Math.floor(seconds % 60), 's'])
  if (seconds < 86_400) return join([Math.floor(seconds / 3_600), 'h'], [Math.floor((seconds % 3_600) / 60), 'min'])
  return join([Math.floor(seconds / 86_400), 'd'], [Math.floor((seconds % 86_400) / 3_600), 'h'])
}

const join = (large: [number, string], small: [number, string]) =>
  small[0] === 0 ? large.join(' ') : `${large.join(' ')} ${small.join(' ')}`
