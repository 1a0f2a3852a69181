/** Lines kept in the page; the complete log is always among the job's files. */
const mostLines = 20_000

export type LogBuffer = {
  lines: readonly string[]
  /** When each line began to be told, in milliseconds since the epoch. */
  times: readonly (number | undefined)[]
  open: boolean
  dropped: number
}
export const emptyLog: LogBuffer = { lines: [], times: [], open: false, dropped: 0 }

/** Adds a piece of a log, which may begin or end inside a line. */
export function appendLog(buffer: LogBuffer, text: string, at?: number): LogBuffer {
  if (text === '') return buffer
  const pieces = text.split(/\r?\n/)
  const lines = [...buffer.lines]
  const last = buffer.open ? lines.pop() : undefined
  pieces[0] = (last ?? '') + (pieces[0] ?? '')
  const open = pieces.at(-1) !== ''
  if (!open) pieces.pop()
  for (const piece of pieces) lines.push(piece)
  const times = buffer.times.slice(0, lines.length)
  while (times.length < lines.length) times.push(at)
  const dropped = Math.max(0, lines.length - mostLines)
  return { lines: lines.slice(dropped), times: times.slice(dropped), open, dropped: buffer.dropped + dropped }
}
