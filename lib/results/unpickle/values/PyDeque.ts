import { PickleError } from '../PickleError'
import { PyBase, type PyValue } from './PyValue'

/** A `collections.deque`; `maxLength` is `null` when unbounded. */
export class PyDeque extends PyBase {
  readonly items: PyValue[]
  readonly maxLength: number | null
  constructor(items: PyValue[], maxLength: number | null) {
    super()
    this.items = items
    this.maxLength = maxLength
  }

  override hashPart(): never {
    throw new PickleError('hash')
  }
}
