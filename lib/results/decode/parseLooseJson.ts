/** What strict JSON lacks or rounds: the numbers that are none, and whole numbers beyond 2^53 (of Python's 4,300 digits). */
const special = /-?Infinity|NaN|-?\d{16,4300}(?![\d.eE])/y
const longInteger = /\d{16}/

/**
 * JSON as Python writes it: with NaN, Infinity and -Infinity, and with whole numbers of any length, which become `bigint`
 * where a number would round them.
 *
 * @throws {SyntaxError}
 */
export function parseLooseJson(text: string): unknown {
  let strict: unknown
  try {
    strict = JSON.parse(text)
  } catch (error) {
    return parseMarked(text, error)
  }
  return longInteger.test(text) ? parseMarked(text, strict) : strict
}

/** Quotes the special numbers behind a marker that nobody can guess, parses, and turns them back. */
function parseMarked(text: string, otherwise: unknown): unknown {
  const marker = `number ${crypto.randomUUID()} `
  const marked = mark(text, marker)
  if (marked === text) {
    if (otherwise instanceof SyntaxError) throw otherwise
    return otherwise
  }
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(marker) ? numberOf(value.slice(marker.length)) : value,
  )
}

function numberOf(token: string): number | bigint {
  const near = Number(token)
  return Number.isSafeInteger(near) || !/\d/.test(token) ? near : BigInt(token)
}

/** One pass: strings are stepped over, special numbers between them are quoted. */
function mark(text: string, marker: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      at = endOfString(text, at)
    } else if (code === 0x2d || code === 0x49 || code === 0x4e || (code >= 0x30 && code <= 0x39)) {
      special.lastIndex = at
      const token = special.exec(text)?.[0]
      if (token) parts.push(text.slice(from, at), JSON.stringify(marker + token))
      const length = token?.length ?? numberLength(text, at)
      if (token) from = at + length
      at += length - 1
    }
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) return at
  }
  return text.length
}

/** Length of the number at a position, so that its tail is not read as another one. */
function numberLength(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && /[\d.eE+-]/.test(text[at] as string)) at += 1
  return at - start
}
