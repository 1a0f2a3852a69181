import { ComputeRequestError } from '../compute/types'
import { BusinessError, FieldsError, HttpStatusError } from './errors'
import { methodNotAllowed, reasons, routeNotFound } from './httpSentences'
import type { Json } from './json'
import { jsonResponse } from './jsonResponse'
import { type RequestParameters, readParameters } from './readParameters'
import { stripUrls } from './stripUrls'
import type { ProviderContext, Route } from './types'

export type AnswerParameters = {
  context: ProviderContext
  route: Pick<Route, 'handle' | 'rawBody'>
  request: Request
  /** The body of a GET, which a `Request` cannot carry. */
  body?: AsyncIterable<Uint8Array> | undefined
  log(line: string): void
}

/** Reads a request, has the route answer it, and turns whatever is thrown into the protocol's answer. */
export async function answer({ context, route, request, body, log }: AnswerParameters): Promise<Response> {
  let parameters: RequestParameters | undefined
  try {
    parameters = await readParameters(request, route.rawBody ? undefined : (request.body ?? body))
    const { values } = parameters
    return await route.handle(context, { raw: request, headers: request.headers, parameters, values })
  } catch (error) {
    return toErrorResponse(error, { parameters, log, request })
  }
}

/** A route that only says why there is none. */
export function refusal(status: 404 | 405): Pick<Route, 'handle'> {
  return {
    handle() {
      throw new HttpStatusError(status, status === 404 ? routeNotFound : methodNotAllowed)
    },
  }
}

type ToErrorParameters = { parameters: RequestParameters | undefined; log: AnswerParameters['log']; request: Request }

function toErrorResponse(error: unknown, { parameters, log, request }: ToErrorParameters): Response {
  if (error instanceof FieldsError) {
    return jsonResponse({ errors: error.errors, message: 'Validation error', success: false }, 400)
  }
  if (error instanceof BusinessError) return jsonResponse({ error: stripBody(error.body) }, error.status)
  if (error instanceof ComputeRequestError) return jsonResponse({ error: stripUrls(error.message) }, error.status)
  const context: Json = echo(parameters)
  if (error instanceof HttpStatusError) {
    const { status, message } = error
    const text = status === 503 ? message : `${status} ${reasons[status]}: ${message}`
    return jsonResponse({ context, error: stripUrls(text) }, status)
  }
  const text = stripUrls(error instanceof Error ? shorten(error) : String(error))
  log(`${request.method} ${new URL(request.url).pathname} failed: ${text}`)
  return jsonResponse({ context, error: text }, 503)
}

function stripBody(body: BusinessError['body']): Json {
  if (typeof body === 'string') return stripUrls(body)
  return Object.fromEntries(Object.entries(body).map(([resource, text]) => [resource, stripUrls(text)]))
}

function shorten(error: Error): string {
  return 'shortMessage' in error && typeof error.shortMessage === 'string' ? error.shortMessage : error.message
}

/** The request's parameters, or null when it has none. */
function echo(parameters: RequestParameters | undefined): Json {
  if (!parameters) return null
  if (parameters.query.size > 0) return parameters.values
  return parameters.body ?? null
}
