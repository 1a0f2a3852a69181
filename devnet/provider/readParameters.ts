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
export async function readParameters(
  request: Request,
  body: AsyncIterable<Uint8Array> | null | undefined,
): Promise<RequestParameters> {
  const query = new URL(request.url).searchParams
  if (query.size > 0) {
    const values: JsonObject = {}
    for (const [name, value] of query) if (!Object.hasOwn(values, name)) define(values, name, value)
    return { values, numbers: new Map(), query, body: undefined }
  }
  const text = body ? await readJsonText(request.headers, body) : ''
  const json = parseJson(text)
  if (!isJsonObject(json)) return { values: {}, numbers: new Map(), query, body: json }
  const numbers = new Map([...numberLiterals(text)].map(([key, literal]) => [key, pythonNumberText(literal)]))
  return { values: json, numbers, query, body: json }
}

async function readJsonText(headers: Headers, body: AsyncIterable<Uint8Array>): Promise<string> {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  if (!/^application\/(?:.+\+)?json$/i.test(type.trim())) return ''
  return new TextDecoder().decode(await limitBody({ headers, body }, maximumJsonBytes))
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
