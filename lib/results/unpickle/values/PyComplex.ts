import { type HashPart, PyBase } from './PyValue'
/** A Python `complex`, also an element of a complex array. */
export class PyComplex extends PyBase {
  readonly real: number
  readonly imaginary: number
  constructor(real: number, imaginary: number) {
    super()
    this.real = real
    this.imaginary = imaginary
  }

  override hashPart(): HashPart {
    return this.imaginary === 0 ? this.real : `c${this.real},${this.imaginary}`
  }
}
