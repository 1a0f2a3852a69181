import { DecodeError } from '../DecodeError'

export type Literal = string | number | boolean | null | Literal[] | Map<string, Literal>

const token =
  /\s*(?:(\()|(\))|(\[)|(\])|(\{)|(\})|(,)|(:)|(?:[ub]?)('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(-?\d+)L?|(True|False|None)\b)/y
const depthLimit = 20

/**
 * Reads the Python literal of an npy header: a dictionary of texts, whole numbers, booleans, tuples and lists.
 *
 * @throws {DecodeError} `malformed`
 */
export function parseLiteral(text: string): Literal {
  let position = 0
  const next = (): string => {
    token.lastIndex = position
    const match = token.exec(text)
    if (!match) throw new DecodeError('malformed', 'header')
    position = token.lastIndex
    return match[0].trim()
  }
  const sequence = (close: string, depth: number): Literal[] => {
    const items: Literal[] = []
    for (let word = next(); word !== close; word = next()) {
      items.push(read(word, depth + 1))
      const separator = next()
      if (separator === close) return items
      if (separator !== ',') throw new DecodeError('malformed', 'header')
    }
    return items
  }
  const dictionary = (depth: number): Map<string, Literal> => {
    const members = new Map<string, Literal>()
    for (let word = next(); word !== '}'; word = next()) {
      const key = read(word, depth + 1)
      if (typeof key !== 'string' || next() !== ':') throw new DecodeError('malformed', 'header')
      members.set(key, read(next(), depth + 1))
      const separator = next()
      if (separator === '}') return members
      if (separator !== ',') throw new DecodeError('malformed', 'header')
    }
    return members
  }
  const read = (word: string, depth: number): Literal => {
    if (depth > depthLimit) throw new DecodeError('limit', 'depth of the header')
    if (word === '(') return sequence(')', depth)
    if (word === '[') return sequence(']', depth)
    if (word === '{') return dictionary(depth)
    if (word === 'True' || word === 'False') return word === 'True'
    if (word === 'None') return null
    if (/^-?\d/.test(word)) return Number.parseInt(word, 10)
    const quoted = /['"]([\s\S]*)['"]$/.exec(word)
    if (!quoted) throw new DecodeError('malformed', 'header')
    return (quoted[1] ?? '').replace(/\\(.)/g, '$1')
  }
  return read(next(), 0)
}
