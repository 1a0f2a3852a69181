import { PickleError } from '../PickleError'
import { HashIndex } from './HashIndex'
import { PyBase, type PyValue } from './PyValue'

/** A Python dictionary, in insertion order, with Python's key equality. Keys of the input never become property names. */
export class PyDict extends PyBase {
  /** `dict`, or a class of `collections`. */
  readonly type: 'dict' | 'collections.OrderedDict' | 'collections.defaultdict' | 'collections.Counter'
  /** `default_factory` of a `defaultdict`. */
  factory: PyValue = null
  private readonly names: PyValue[] = []
  private readonly members: PyValue[] = []
  private readonly index = new HashIndex()

  constructor(type: PyDict['type'] = 'dict') {
    super()
    this.type = type
  }

  get size(): number {
    return this.names.length
  }

  set(key: PyValue, value: PyValue): void {
    const position = this.index.add(key)
    if (position === this.names.length) this.names.push(key)
    this.members[position] = value
  }

  get(key: PyValue): PyValue | undefined {
    const position = this.index.find(key)
    return position < 0 ? undefined : this.members[position]
  }

  has(key: PyValue): boolean {
    return this.index.find(key) >= 0
  }

  keys(): readonly PyValue[] {
    return this.names
  }

  values(): readonly PyValue[] {
    return this.members
  }

  *entries(): Generator<[PyValue, PyValue]> {
    for (const [position, key] of this.names.entries()) yield [key, this.members[position] as PyValue]
  }

  override hashPart(): never {
    throw new PickleError('hash')
  }
}
