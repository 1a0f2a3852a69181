import type { DType } from './DType'
import { type Describe, type HashPart, PyBase, type PyValue } from './PyValue'

/**
 * A numpy scalar. `value` is what `.item()` gives, except for `datetime64` and `timedelta64`: there it is the count of
 * `dtype.unit` as a `bigint`, or `null` for NaT. Extended precision floats stay raw bytes.
 */
export class NPScalar extends PyBase {
  readonly dtype: DType
  readonly value: PyValue
  constructor(dtype: DType, value: PyValue) {
    super()
    this.dtype = dtype.use()
    this.value = value
  }

  override hashPart(describe: Describe): HashPart {
    const part = describe(this.value)
    return this.dtype.unit && part !== undefined ? `${this.dtype.code}${part}` : part
  }
}
