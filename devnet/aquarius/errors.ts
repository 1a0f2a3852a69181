import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that cannot be served, with the words and the status the client gets. */
export class AquariusError extends Error {
  override name = 'AquariusError'
  readonly status: ContentfulStatusCode
  constructor(message: string, status: ContentfulStatusCode) {
    super(message)
    this.status = status
  }
}
