const messages = {
  truncated: 'The file ends too early',
  malformed: 'The file contradicts its own format',
  limit: 'The file asks for more than is allowed',
  unsupported: 'The file uses a part of its format that is not supported here',
} as const

export type DecodeErrorCode = keyof typeof messages

/** What keeps a recognised file from being read. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly code: DecodeErrorCode

  constructor(code: DecodeErrorCode, details = '', options?: ErrorOptions) {
    super(details ? `${messages[code]}: ${details}` : messages[code], options)
    this.code = code
  }
}
