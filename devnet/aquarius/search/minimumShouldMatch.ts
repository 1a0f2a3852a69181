import { QueryError } from './query'

/** How many of `count` optional clauses must fit, by a specification such as `1`, `-1`, `75%`, `2<75%` or `2<-1 9<-3`. */
export function minimumShouldMatch(specification: unknown, count: number): number {
  if (typeof specification === 'number' && Number.isInteger(specification))
    return clamp(resolve(specification, count), count)
  if (typeof specification !== 'string') throw unusable(specification)
  const text = specification.trim()
  if (!text.includes('<')) return clamp(read(text, count), count)
  let needed = count
  for (const condition of text.split(/\s+/)) {
    const [limit, rule] = condition.split('<')
    if (!limit || !rule || !/^\d+$/.test(limit)) throw unusable(specification)
    if (count <= Number(limit)) break
    needed = read(rule, count)
  }
  return clamp(needed, count)
}

function read(text: string, count: number): number {
  const match = /^(-?\d+)(%?)$/.exec(text)
  if (!match) throw unusable(text)
  const number = Number(match[1])
  return resolve(match[2] ? Math.trunc((number * count) / 100) : number, count, Object.is(number, -0) || number < 0)
}

function resolve(number: number, count: number, negative = number < 0): number {
  return negative ? count + number : number
}

const clamp = (needed: number, count: number) => Math.max(0, Math.min(needed, count))
const unusable = (value: unknown) => new QueryError(`minimum_should_match cannot be ${JSON.stringify(value)}`)
