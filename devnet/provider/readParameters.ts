import { isJsonObject, type JsonObject } from './json'
import { limitBody } from './limitBody'
import { numberLiterals } from './numberLiterals'
import { pythonNumberText } from './pythonText'

export type RequestParameters = {
  /** The values, as parsed. */
  values: JsonObject
  /** Numbers directly under the body's keys, as the signer printed them. */
  numbers: ReadonlyMap<string, string>
  /** The query string alone. */
  query: URLSearchParams
  /** The JSON body, whatever its kind, when there is one and it counts. */
  body: JsonObject[string] | undefined
}

const maximumJsonBytes = 1_000_000

/** Reads a request's parameters: the query string if it has any, otherwise the JSON body; never both. */
export async function readParameters(request: Request, { withBody = true } = {}): Promise<RequestParameters> {
  const query = new URL(request.url).searchParams
  if (query.size > 0) {
    const values: JsonObject = {}
    for (const [name, value] of query) if (!Object.hasOwn(values, name)) define(values, name, value)
    return { values, numbers: new Map(), query, body: undefined }
  }
  const text = withBody ? await readJsonText(request) : ''
  const body = parseJson(text)
  if (!isJsonObject(body)) return { values: {}, numbers: new Map(), query, body }
  const numbers = new Map([...numberLiterals(text)].map(([key, literal]) => [key, pythonNumberText(literal)]))
  return { values: body, numbers, query, body }
}

async function readJsonText(request: Request): Promise<string> {
  if (request.method === 'GET' || request.method === 'HEAD') return ''
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (!/^application\/(?:.+\+)?json$/i.test(type.trim())) return ''
  return new TextDecoder().decode(await limitBody(request, maximumJsonBytes))
}

function parseJson(text: string): JsonObject[string] | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function define(target: JsonObject, name: string, value: string): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}
