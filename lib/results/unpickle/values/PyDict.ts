import { PickleError } from '../PickleError'
import { KeyedValues } from './KeyedValues'
import type { PyValue } from './PyValue'

/** A Python dictionary, in insertion order, with Python's key equality. Keys of the input never become property names. */
export class PyDict extends KeyedValues {
  /** `dict`, or a class of `collections`. */
  readonly type: 'dict' | 'collections.OrderedDict' | 'collections.defaultdict' | 'collections.Counter'
  /** `default_factory` of a `defaultdict`. */
  factory: PyValue = null
  private readonly members: PyValue[] = []

  constructor(type: PyDict['type'] = 'dict') {
    super()
    this.type = type
  }

  /** As in Python, a key that is there keeps its first spelling. */
  set(key: PyValue, value: PyValue): void {
    this.members[this.place(key)] = value
  }

  get(key: PyValue): PyValue | undefined {
    const position = this.find(key)
    return position < 0 ? undefined : this.members[position]
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
