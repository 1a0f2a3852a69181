type Anchored = { drive: string; root: string; names: string[] }

/** The text of a `pathlib` path made from segments: an absolute segment starts anew, empty names and `.` are left out. */
export function joinPath(segments: readonly string[], windows: boolean): string {
  const separator = windows ? '\\' : '/'
  let whole: Anchored = { drive: '', root: '', names: [] }
  for (const segment of segments) {
    const next = windows ? splitWindows(segment) : splitPosix(segment)
    const elsewhere = next.drive !== '' && next.drive.toLowerCase() !== whole.drive.toLowerCase()
    if (next.root) whole = { ...next, drive: next.drive || whole.drive }
    else if (elsewhere) whole = next
    else whole = { ...whole, names: [...whole.names, ...next.names] }
  }
  return `${whole.drive}${whole.root}${whole.names.join(separator)}` || '.'
}

const namesOf = (text: string, separator: string) => text.split(separator).filter((name) => name !== '' && name !== '.')

function splitPosix(text: string): Anchored {
  const slashes = /^\/*/.exec(text)?.[0].length ?? 0
  // POSIX leaves the meaning of exactly two slashes open, so they are kept.
  return { drive: '', root: slashes === 2 ? '//' : slashes > 0 ? '/' : '', names: namesOf(text, '/') }
}

function splitWindows(text: string): Anchored {
  const plain = text.replaceAll('/', '\\')
  const drive = /^(?:\\\\[^\\]+\\[^\\]+|[^\\]:)/.exec(plain)?.[0] ?? ''
  const rest = plain.slice(drive.length)
  return { drive, root: rest.startsWith('\\') || drive.startsWith('\\') ? '\\' : '', names: namesOf(rest, '\\') }
}
