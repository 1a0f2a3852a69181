const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[\s\S](\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?(?:[+-]\d{2}:\d{2}(?::\d{2})?)?)?$/

/** Whether a text is an ISO 8601 date or date and time; trailing `Z`s are allowed, the zone is optional. */
export function isIsoDate(text: string): boolean {
  const match = pattern.exec(text.replace(/Z+$/, ''))
  if (!match) return false
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => (part ? Number(part) : undefined))
  if (!year || !month || !day || month > 12 || hour > 23 || minute > 59 || second > 59) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
