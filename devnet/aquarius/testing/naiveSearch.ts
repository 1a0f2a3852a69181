type Document = Record<string, unknown>
type Clause = Record<string, unknown>

/** Whether a document fits a query, worked out the slow and plain way, for plain lower-case words and dotted paths only. */
export function naiveMatch(document: Document, id: string, query: Clause): boolean {
  const [[name = '', body] = []] = Object.entries(query)
  const field = () => Object.entries(body as Clause)[0] as [string, unknown]
  const fits = (part: unknown) => part !== null && naiveMatch(document, id, part as Clause)
  const list = (value: unknown) =>
    value === undefined ? [] : Array.isArray(value) ? value.filter((part) => part !== null) : [value]
  switch (name) {
    case 'match_all':
      return true
    case 'match_none':
      return false
    case 'ids':
      return (body as { values: string[] }).values.includes(id)
    case 'exists':
      return valuesAt(document, (body as { field: string }).field, true).length > 0
    case 'term':
      return naiveTerm(document, ...field())
    case 'terms': {
      const [path, values] = field()
      return list(values).some((value) => naiveTerm(document, path, value))
    }
    case 'match': {
      const [path, given] = field()
      const { query: text, operator = 'or' } =
        typeof given === 'object' ? (given as { query: string; operator?: string }) : { query: given }
      const wanted = wordsOf(String(text))
      const texts = valuesAt(document, path).map(String).map(wordsOf)
      const has = (word: string) => texts.some((words) => words.includes(word))
      return wanted.length > 0 && (operator === 'and' ? wanted.every(has) : wanted.some(has))
    }
    case 'match_phrase': {
      const [path, text] = field()
      const phrase = ` ${wordsOf(String(text)).join(' ')} `
      return valuesAt(document, path).some((value) => ` ${wordsOf(String(value)).join(' ')} `.includes(phrase))
    }
    case 'prefix':
    case 'wildcard': {
      const [path, given] = field()
      const pattern = name === 'prefix' ? `${given}*` : String(given)
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`)
      const exact = path.endsWith('.keyword')
      return valuesAt(document, path).some((value) =>
        (exact ? [String(value)] : wordsOf(String(value))).some((word) => expression.test(word)),
      )
    }
    case 'range': {
      const [path, bounds] = field() as [string, Record<'gt' | 'gte' | 'lt' | 'lte', number | undefined>]
      const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = bounds
      return valuesAt(document, path).some((value) => {
        const number = Number(value)
        return number > gt && number >= gte && number < lt && number <= lte
      })
    }
    case 'bool': {
      const { must, should, must_not, filter, minimum_should_match } = body as Record<string, unknown>
      const optional = list(should)
      const required = [...list(must), ...list(filter)]
      const needed = (minimum_should_match as number | undefined) ?? (optional.length && !required.length ? 1 : 0)
      return required.every(fits) && !list(must_not).some(fits) && optional.filter(fits).length >= needed
    }
    default:
      throw new Error(`no plain way for ${name}`)
  }
}

function naiveTerm(document: Document, path: string, wanted: unknown): boolean {
  const exact = path.endsWith('.keyword')
  return valuesAt(document, path).some((value) => {
    if (typeof value !== 'string') return String(value) === String(wanted)
    return exact ? value === wanted : wordsOf(value).includes(String(wanted))
  })
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

function valuesAt(document: unknown, path: string, objects = false): unknown[] {
  const keys = path.replace(/\.keyword$/, '').split('.')
  let found: unknown[] = [document]
  for (const key of keys) {
    found = found.flatMap((value) => (Array.isArray(value) ? value : [value]))
    found = found.map((value) => (typeof value === 'object' && value !== null ? (value as Document)[key] : undefined))
  }
  const values = found
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== undefined && value !== null)
  if (objects)
    return values.filter(
      (value) => typeof value !== 'object' || Object.values(value as Document).some((inner) => inner !== null),
    )
  return values.filter((value) => (path.endsWith('.keyword') ? typeof value === 'string' : typeof value !== 'object'))
}
