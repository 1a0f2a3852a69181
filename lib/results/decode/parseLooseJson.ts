/**
 * JSON as Python writes it: with NaN, Infinity and -Infinity.
 *
 * @throws {SyntaxError}
 */
export function parseLooseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const marker = `number ${crypto.randomUUID()} `
    const pattern = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g
    const marked = text.replace(pattern, (token) => (token.startsWith('"') ? token : JSON.stringify(marker + token)))
    if (marked === text) throw error
    return JSON.parse(marked, (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith(marker) ? Number(value.slice(marker.length)) : value,
    )
  }
}
