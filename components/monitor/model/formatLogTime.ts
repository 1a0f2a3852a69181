/** A log line's time of day in the reader's zone, to the millisecond, always equally wide. */
export function formatLogTime(time: number | undefined): string {
  if (time === undefined) return ' '.repeat(12)
  const date = new Date(time)
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
