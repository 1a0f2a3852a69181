import { z } from 'zod/mini'
import { UnexpectedResponseError } from '../errors/HttpError'
import type { HttpResponse } from './request'

/** The JSON of an answer, checked. @throws {UnexpectedResponseError} */
export function parseBody<T>(response: HttpResponse, schema: z.ZodMiniType<T>): T {
  const parsed = z.safeParse(schema, readJson(response))
  if (parsed.success) return parsed.data
  throw new UnexpectedResponseError('The service answered something unexpected.', {
    url: response.url,
    status: response.status,
    metaMessages: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`),
  })
}

/** The JSON of an answer. @throws {UnexpectedResponseError} */
export function readJson(response: HttpResponse): unknown {
  const text = new TextDecoder().decode(response.bytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnexpectedResponseError('The service did not answer with JSON.', {
      url: response.url,
      status: response.status,
      cause,
    })
  }
}
