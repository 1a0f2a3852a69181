import { joinHashParts } from './joinHashParts'
import { type Describe, type HashPart, PyBase, type PyValue } from './PyValue'

/** A Python tuple. Lists are plain arrays; tuples are not, because they compare and hash differently. */
export class PyTuple extends PyBase {
  readonly items: readonly PyValue[]
  constructor(items: readonly PyValue[]) {
    super()
    this.items = items
  }

  override hashPart(describe: Describe): HashPart {
    return joinHashParts('t', this.items, describe)
  }
}
