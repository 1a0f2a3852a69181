import { anyOf, boolOf, everything, none, type Query } from './query'

export type SimpleQueryOptions = {
  operator: 'and' | 'or'
  /** Makes the queries of single words, phrases and beginnings. */
  word(text: string): Query
  phrase(text: string, slop: number): Query
  prefix(text: string): Query
}

type Token = { type: 'word' | 'prefix' | 'phrase'; text: string; slop: number } | { type: '+' | '|' | '-' | '(' | ')' }

const pattern = /"((?:[^"\\]|\\.)*)"(?:~(\d+))?|([()|+])|(-)(?=[^\s-])|((?:[^\s"()|+\\]|\\.)+)/gs

function tokenise(text: string): Token[] {
  return [...text.matchAll(pattern)].map(([, phrase, slop, operator, not, word = '']): Token => {
    if (phrase !== undefined) return { type: 'phrase', text: unquote(phrase), slop: Number(slop ?? 0) }
    if (operator !== undefined) return { type: operator as '+' }
    if (not !== undefined) return { type: '-' }
    const isPrefix = word.length > 1 && word.endsWith('*') && !word.endsWith('\\*')
    const literal = unquote(isPrefix ? word.slice(0, -1) : word)
    return { type: isPrefix ? 'prefix' : 'word', text: literal, slop: 0 }
  })
}

const unquote = (text: string) => text.replace(/\\(.)/gs, '$1')

/**
 * Understands the forgiving language of `simple_query_string`: words, `"phrases"~slop`, `beginnings*`, `+`, `|`, `-` and brackets.
 * Nothing in it is an error; what makes no sense is passed over.
 */
export function parseSimpleQuery(text: string, options: SimpleQueryOptions): Query {
  const tokens = tokenise(text)
  let at = 0

  const operand = (): Query | undefined => {
    const token = tokens[at]
    if (!token) return undefined
    at += 1
    if (token.type === '(') return group()
    if (token.type === '-') {
      const refused = operand()
      return refused && boolOf({ must: [everything], mustNot: [refused] })
    }
    if (token.type === 'word') return options.word(token.text)
    if (token.type === 'prefix') return options.prefix(token.text)
    return token.type === 'phrase' ? options.phrase(token.text, token.slop) : undefined
  }

  /** Joins operands from the left up to the closing bracket; a change of operator makes what came before one operand. */
  const group = (): Query => {
    let parts: Query[] = []
    let joined: 'and' | 'or' = options.operator
    let next: 'and' | 'or' | undefined
    const close = () =>
      parts.length > 1
        ? joined === 'and'
          ? boolOf({ must: parts })
          : boolOf({ should: parts, minimumShouldMatch: 1 })
        : (parts[0] ?? none)
    for (let token = tokens[at]; token; token = tokens[at]) {
      if (token.type === ')') {
        at += 1
        break
      }
      if (token.type === '+' || token.type === '|') {
        next = token.type === '+' ? 'and' : 'or'
        at += 1
        continue
      }
      const part = operand()
      if (!part) continue
      const operator = next ?? options.operator
      next = undefined
      if (parts.length > 1 && operator !== joined) parts = [close()]
      if (parts.length > 0) joined = operator
      parts.push(part)
    }
    return close()
  }

  const found: Query[] = []
  while (at < tokens.length) found.push(group())
  return found.length > 1 ? anyOf(found) : (found[0] ?? none)
}
