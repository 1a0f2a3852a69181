import { PickleError } from '../PickleError'
import { HashIndex } from './HashIndex'
import { type Describe, type HashPart, PyBase, type PyValue } from './PyValue'

/** A Python `set` or `frozenset`, in the order of the file. */
export class PySet extends PyBase {
  readonly frozen: boolean
  private readonly members: PyValue[] = []
  private readonly index = new HashIndex()

  constructor(frozen: boolean, items: Iterable<PyValue> = []) {
    super()
    this.frozen = frozen
    for (const item of items) this.add(item)
  }

  get size(): number {
    return this.members.length
  }

  add(value: PyValue): void {
    if (this.index.add(value) === this.members.length) this.members.push(value)
  }

  has(value: PyValue): boolean {
    return this.index.find(value) >= 0
  }

  values(): readonly PyValue[] {
    return this.members
  }

  override hashPart(describe: Describe): HashPart {
    if (!this.frozen) throw new PickleError('hash')
    const parts = this.members.map(describe)
    return parts.includes(undefined) ? undefined : `f(${parts.map(String).sort().join()})`
  }
}
