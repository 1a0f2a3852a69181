const units = ['kB', 'MB', 'GB', 'TB']

/** A size in decimal units, such as "1.5 MB", with the numbers of the language. `word` names single bytes. */
export function formatBytes(count: number, locale: string, word: string): string {
  if (count < 1_000) return `${count} ${word}`
  let value = count
  let unit = -1
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  return `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} ${units[unit]}`
}
