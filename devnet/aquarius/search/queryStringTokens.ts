import { QueryError } from './query'

export type Token =
  | { type: 'and' | 'or' | 'not' | 'plus' | 'minus' | 'open' | 'close' | 'colon' }
  | { type: 'term'; text: string }
  | { type: 'pattern'; text: string }
  | { type: 'quoted'; text: string }
  | { type: 'range'; lower: string; upper: string; lowerInclusive: boolean; upperInclusive: boolean }
  | { type: 'comparison'; operator: '>' | '>=' | '<' | '<=' }
  | { type: 'boost'; value: number }
  | { type: 'slop'; value: number | undefined }

const word = /(?:\\[\s\S]|[^\s+\-!():^[\]"{}~*?\\/\u3000]|[*?])(?:\\[\s\S]|[^\s!():^[\]"{}~\\/\u3000])*/y
const bound = '("(?:\\\\.|[^"\\\\])*"|[^\\s\\]}]+)'
const range = new RegExp(`([\\[{])\\s*${bound}\\s+(?:TO\\s+)?${bound}\\s*([\\]}])`, 'y')
const quoted = /"((?:\\[\s\S]|[^"\\])*)"/y

/** Cuts a query string, in the language of Lucene's classic parser, into its parts. */
export function queryStringTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < text.length) {
    if (take(/[\s\u3000]+/y)) continue
    const sign = take(/&&|\|\||[+\-!():]/y)
    if (sign) {
      tokens.push({ type: signs[sign[0]] ?? 'colon' })
      continue
    }
    const suffix = take(/\^(\d+(?:\.\d+)?)/y)
    if (suffix) {
      tokens.push({ type: 'boost', value: Number(suffix[1]) })
      continue
    }
    const slop = take(/~(\d+(?:\.\d+)?)?/y)
    if (slop) {
      tokens.push({ type: 'slop', value: slop[1] === undefined ? undefined : Number(slop[1]) })
      continue
    }
    const comparison = tokens.at(-1)?.type === 'colon' ? take(/[<>]=?/y) : null
    if (comparison) {
      tokens.push({ type: 'comparison', operator: comparison[0] as '>' })
      continue
    }
    const phrase = take(quoted)
    if (phrase) {
      tokens.push({ type: 'quoted', text: unescapeQuery(phrase[1] ?? '') })
      continue
    }
    const between = take(range)
    if (between) {
      const [, open, lower = '', upper = '', close] = between
      const bounds = { lower: unquote(lower), upper: unquote(upper) }
      tokens.push({ type: 'range', ...bounds, lowerInclusive: open === '[', upperInclusive: close === ']' })
      continue
    }
    const found = take(word)
    if (!found) throw new QueryError(`The query string cannot be read from "${text.slice(at, at + 20)}" on`)
    tokens.push(toWord(found[0]))
  }
  return tokens
}

const signs: Record<string, 'and' | 'or' | 'not' | 'plus' | 'minus' | 'open' | 'close' | 'colon'> = {
  ...{ '&&': 'and', '||': 'or', '!': 'not', '+': 'plus', '-': 'minus', '(': 'open', ')': 'close', ':': 'colon' },
}

function toWord(text: string): Token {
  if (text === 'AND') return { type: 'and' }
  if (text === 'OR') return { type: 'or' }
  if (text === 'NOT') return { type: 'not' }
  return /^(?:\\[\s\S]|[^\\*?])*$/.test(text) ? { type: 'term', text: unescapeQuery(text) } : { type: 'pattern', text }
}

const unescapeQuery = (text: string) => text.replace(/\\([\s\S])/g, '$1')
const unquote = (text: string) => (text.startsWith('"') ? unescapeQuery(text.slice(1, -1)) : unescapeQuery(text))
