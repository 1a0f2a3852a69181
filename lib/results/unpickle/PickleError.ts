const messages = {
  truncated: 'The file ends too early',
  opcode: 'Unknown instruction',
  protocol: 'The file asks for a protocol newer than 5',
  stack: 'An instruction needs a value that is not there',
  mark: 'An instruction needs a mark that is not there',
  memo: 'An instruction refers to a value that was never stored',
  length: 'A length is impossible',
  text: 'A text is not encoded correctly',
  integer: 'A whole number is written incorrectly',
  float: 'A floating-point number is written incorrectly',
  global: 'The name of a class or function is not usable',
  arguments: 'A class or function is given arguments it cannot have',
  build: 'A state is given to a value that cannot take one',
  hash: 'A value that can change is used as a key',
  ndarray: 'An array does not fit its own description',
  dtype: 'The description of array elements contradicts itself',
  limit: 'The file asks for more than is allowed',
  frame: 'A frame is longer than the file',
  extension: 'An extension code is not usable',
  buffers: 'An out-of-band buffer is missing',
} as const

export type PickleErrorCode = keyof typeof messages

/** The only error this reader throws. `position` is the offset of the instruction that failed, in bytes. */
export class PickleError extends Error {
  override readonly name = 'PickleError'
  readonly code: PickleErrorCode
  position: number
  readonly details: string

  constructor(code: PickleErrorCode, details = '', position = -1) {
    super(details ? `${messages[code]}: ${details}` : messages[code])
    this.code = code
    this.details = details
    this.position = position
  }
}
