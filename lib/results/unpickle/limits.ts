/** Bounds on what one input may cost. Honest numeric results need about sixty opcodes, whatever their size. */
export type Limits = {
  inputBytes: number
  opcodes: number
  memo: number
  stack: number
  marks: number
  /** Bytes of one binary integer. */
  integerBytes: number
  /** Digits of one integer written as text; CPython's own default is 4,300. */
  integerDigits: number
  stringBytes: number
  /** Budget of created objects: 1 for a list, tuple or object, 3 for a dictionary or set. */
  objects: number
}

export const defaultLimits: Limits = {
  inputBytes: 1024 ** 3,
  opcodes: 50_000_000,
  memo: 4_000_000,
  stack: 4_000_000,
  marks: 10_000,
  integerBytes: 4096,
  integerDigits: 4300,
  stringBytes: 256 * 1024 ** 2,
  objects: 8_000_000,
}
