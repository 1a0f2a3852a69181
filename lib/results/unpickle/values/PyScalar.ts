import { type HashPart, PyBase } from './PyValue'
export type PyScalarType = 'decimal.Decimal' | 'fractions.Fraction' | 'uuid.UUID' | `pathlib.${string}`

/** A value of the standard library that is one text: `Decimal('1.50')`, `Fraction(1, 3)` as `1/3`, a UUID, a path. */
export class PyScalar extends PyBase {
  readonly type: PyScalarType
  text: string
  constructor(type: PyScalarType, text: string) {
    super()
    this.type = type
    this.text = text
  }

  override hashPart(): HashPart {
    return `v${this.type}:${this.text}`
  }
}
