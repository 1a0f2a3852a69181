import { joinHashParts } from './joinHashParts'
import { type Describe, type HashPart, PyBase, type PyValue } from './PyValue'

/** A `range` or a `slice`; the members of a slice may be anything. */
export class PyRange extends PyBase {
  readonly type: 'range' | 'slice'
  readonly start: PyValue
  readonly stop: PyValue
  readonly step: PyValue
  constructor(type: 'range' | 'slice', bounds: readonly [start: PyValue, stop: PyValue, step: PyValue]) {
    super()
    this.type = type
    this.start = bounds[0]
    this.stop = bounds[1]
    this.step = bounds[2]
  }

  override hashPart(describe: Describe): HashPart {
    return joinHashParts(this.type, [this.start, this.stop, this.step], describe)
  }
}
