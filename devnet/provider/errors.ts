import type { ComputeRequestError } from '../compute/types'

/** `error` of an answer: a sentence, or a code per resource. */
export type BusinessErrorBody = string | Record<string, string>

/** A rule of the protocol refused the request: `{"error": …}`. */
export class BusinessError extends Error {
  override readonly name = 'BusinessError'
  readonly body: BusinessErrorBody
  readonly status: 400 | 403 | ComputeRequestError['status']

  constructor(body: BusinessErrorBody, status: BusinessError['status'] = 400, options?: ErrorOptions) {
    super(typeof body === 'string' ? body : JSON.stringify(body), options)
    this.body = body
    this.status = status
  }
}

/** Fields of the request are missing or malformed: the validation body with all of them. A string is a rejected signature. */
export class FieldsError extends Error {
  override readonly name = 'FieldsError'
  readonly errors: Record<string, string | string[]>

  constructor(errors: Record<string, string | string[]>) {
    super('Validation error')
    this.errors = errors
  }
}

/** The HTTP layer refused the request, or a service it needs did not answer: `{"error": …, "context": <echo of the request>}`. */
export class HttpStatusError extends Error {
  override readonly name = 'HttpStatusError'
  readonly status: 404 | 405 | 413 | 503

  constructor(status: 404 | 405 | 413 | 503, message: string) {
    super(message)
    this.status = status
  }
}
