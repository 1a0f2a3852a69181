export type OceanErrorOptions = {
  cause?: unknown
  /** With which values it happened, a line each; the last says what to do. */
  metaMessages?: readonly string[] | undefined
  /** Raw text of whoever refused. */
  details?: string | undefined
}

/** Base of everything lib/ocean throws on purpose. */
export class OceanError extends Error {
  override name = 'OceanError'
  readonly shortMessage: string
  readonly metaMessages: readonly string[]
  readonly details: string | undefined

  constructor(shortMessage: string, options: OceanErrorOptions = {}) {
    const { cause } = options
    const details = 'details' in options ? options.details : cause instanceof Error ? cause.message : undefined
    const lines = [shortMessage, ...(options.metaMessages ?? [])]
    super(details && !lines.includes(details) ? [...lines, `Details: ${details}`].join('\n') : lines.join('\n'), {
      cause: options.cause,
    })
    this.shortMessage = shortMessage
    this.metaMessages = options.metaMessages ?? []
    this.details = details
  }

  /** The first error in the chain of causes that satisfies `test`, or the last one without a test. */
  walk(): Error
  walk(test: (error: unknown) => boolean): Error | undefined
  walk(test?: (error: unknown) => boolean): Error | undefined {
    let current: unknown = this
    const seen = new Set<unknown>()
    while (current instanceof Error && !seen.has(current)) {
      seen.add(current)
      if (test?.(current)) return current
      if (!test && !(current.cause instanceof Error)) return current
      current = current.cause
    }
    return undefined
  }
}
