/** Lines kept in the page; the complete log is always among the job's files. */
const mostLines = 20_000

export type LogBuffer = { lines: readonly string[]; open: boolean; dropped: number }
export const emptyLog: LogBuffer = { lines: [], open: false, dropped: 0 }

/** Adds a piece of a log, which may begin or end inside a line. */
export function appendLog(buffer: LogBuffer, text: string): LogBuffer {
  if (text === '') return buffer
  const pieces = text.split(/\r?\n/)
  const lines = [...buffer.lines]
  const last = buffer.open ? lines.pop() : undefined
  pieces[0] = (last ?? '') + (pieces[0] ?? '')
  const open = pieces.at(-1) !== ''
  if (!open) pieces.pop()
  for (const piece of pieces) lines.push(piece)
  const dropped = Math.max(0, lines.length - mostLines)
  return { lines: dropped > 0 ? lines.slice(dropped) : lines, open, dropped: buffer.dropped + dropped }
}
