import { dateMath } from '../dateMath'
import { anyOf, type Bound, boosted, none, type Query, QueryError } from '../query'
import { allowKeys, type Clause, readBoolean, readField, readNumber, readObject, readScalar } from '../reading'
import { toNumber } from '../termQuery'

type Side = { value: string | number; inclusive: boolean }
type Sides = { lower?: Side | undefined; upper?: Side | undefined }

const keys = [
  'gt',
  'gte',
  'lt',
  'lte',
  'from',
  'to',
  'include_lower',
  'include_upper',
  'boost',
  'format',
  'relation',
  '_name',
]
const formats =
  /^(strict_date_optional_time|date_optional_time|epoch_millis|strict_date_optional_time\|\|epoch_millis)$/

export function rangeClause({ value, path, mapping, now }: Clause): Query {
  const { field, value: given } = readField(value, path, ['boost', '_name'])
  const where = [...path, field]
  const range = readObject(given, where)
  allowKeys(range, keys, where)
  if (range.format !== undefined && !formats.test(String(range.format)))
    throw new QueryError('That date format is not supported', where)
  const sides: Sides = {
    lower: readSide([range.gte, range.gt, range.from], readBoolean(range.include_lower, true, where), where),
    upper: readSide([range.lte, range.lt, range.to], readBoolean(range.include_upper, true, where), where),
  }
  return boosted(rangeQuery({ mapping, now, path: where }, field, sides), readNumber(range.boost, 1, where))
}

function readSide(
  [inclusive, exclusive, open]: unknown[],
  openIsInclusive: boolean,
  path: Clause['path'],
): Side | undefined {
  const read = (value: unknown) => {
    const scalar = readScalar(value, path)
    return typeof scalar === 'boolean' ? String(scalar) : scalar
  }
  const given = (value: unknown) => value !== undefined && value !== null
  if (given(inclusive)) return { value: read(inclusive), inclusive: true }
  if (given(exclusive)) return { value: read(exclusive), inclusive: false }
  return given(open) ? { value: read(open), inclusive: openIsInclusive } : undefined
}

/** The assets with a number, date or exact text between two bounds. Analysed text has no order that means anything. */
export function rangeQuery(clause: Pick<Clause, 'mapping' | 'now' | 'path'>, name: string, sides: Sides): Query {
  const { kinds, exact } = clause.mapping.resolve(name)
  const build = (field: number | undefined, toBound: (side: Side, upper: boolean) => Bound | undefined): Query => {
    if (field === undefined) return none
    const lower = sides.lower && toBound(sides.lower, false)
    const upper = sides.upper && toBound(sides.upper, true)
    if ((sides.lower && !lower) || (sides.upper && !upper)) return none
    return { type: 'range', field, lower, upper }
  }
  if (exact) return build(kinds.text, ({ value, inclusive }) => ({ value: String(value), inclusive }))
  const number = build(kinds.number, ({ value, inclusive }) => {
    const converted = toNumber(value)
    return converted === undefined ? undefined : { value: converted, inclusive }
  })
  const date = build(kinds.date, ({ value, inclusive }, upper) => {
    const time = dateMath(value, { now: clause.now, roundUp: upper === inclusive })
    return time === undefined ? undefined : { value: time, inclusive }
  })
  const query = anyOf([number, date])
  if (query.type === 'none' && kinds.text !== undefined) {
    throw new QueryError(`"${name}" is analysed text and has no order; use "${name}.keyword"`, clause.path)
  }
  return query
}
