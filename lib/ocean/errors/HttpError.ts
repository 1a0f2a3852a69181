import type { ComputeCodeKind } from './computeCodeCatalogue'
import { getComputeCodeKind } from './getComputeCodeKind'
import { OceanError, type OceanErrorOptions } from './OceanError'

export type HttpErrorOptions = OceanErrorOptions & { url: string; status?: number | undefined }

/** Where a request went, without query: it may carry signatures. */
const shown = (url: string) => url.split('?')[0] ?? url

/** A service did not do what was asked. */
export class HttpError extends OceanError {
  override name = 'HttpError'
  /** Without query. */
  readonly url: string
  readonly status: number | undefined

  constructor(shortMessage: string, { url, status, ...options }: HttpErrorOptions) {
    super(shortMessage, {
      ...options,
      metaMessages: [
        `URL: ${shown(url)}`,
        ...(status === undefined ? [] : [`Status: ${status}`]),
        ...(options.metaMessages ?? []),
      ],
    })
    this.url = shown(url)
    this.status = status
  }
}

/** No answer: connection refused, no route, or the time was up. */
export class ServiceUnreachableError extends HttpError {
  override name = 'ServiceUnreachableError'
  readonly timedOut: boolean

  constructor({ timedOut, ...options }: HttpErrorOptions & { timedOut: boolean }) {
    super(timedOut ? 'The service took too long to answer.' : 'The service cannot be reached.', options)
    this.timedOut = timedOut
  }
}

/** An answer outside the protocol: not JSON, a missing field, too large, an unknown kind of service. */
export class UnexpectedResponseError extends HttpError {
  override name = 'UnexpectedResponseError'
}

/** The service answered 5xx. For a call that starts something the outcome is unknown. */
export class ServiceFailedError extends HttpError {
  override name = 'ServiceFailedError'
}

/** The service understood and said no. */
export class RequestRefusedError extends HttpError {
  override name = 'RequestRefusedError'
  /** What its words amount to. */
  readonly kind: ComputeCodeKind

  constructor(shortMessage: string, options: HttpErrorOptions) {
    super(shortMessage, options)
    this.kind = options.details ? getComputeCodeKind(options.details) : 'unknown'
  }
}

/** A field was missing or malformed. */
export class RequestInvalidError extends RequestRefusedError {
  override name = 'RequestInvalidError'
  readonly fields: Readonly<Record<string, readonly string[]>>

  constructor({ fields, ...options }: HttpErrorOptions & { fields: Record<string, readonly string[]> }) {
    super('The service found fault with the request.', options)
    this.fields = fields
  }
}

/** The signature, nonce or token of a request was not accepted. */
export class SignatureRejectedError extends RequestRefusedError {
  override name = 'SignatureRejectedError'
}
