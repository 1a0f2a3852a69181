import { PickleError } from '../PickleError'
import { KeyedValues } from './KeyedValues'
import type { Describe, HashPart, PyValue } from './PyValue'

/** A Python `set` or `frozenset`, in the order of the file. */
export class PySet extends KeyedValues {
  readonly frozen: boolean

  constructor(frozen: boolean, items: Iterable<PyValue> = []) {
    super()
    this.frozen = frozen
    for (const item of items) this.add(item)
  }

  add(value: PyValue): void {
    this.place(value)
  }

  values(): readonly PyValue[] {
    return this.names
  }

  override hashPart(describe: Describe): HashPart {
    if (!this.frozen) throw new PickleError('hash')
    const parts = this.names.map(describe)
    return parts.includes(undefined) ? undefined : `f(${parts.map(String).sort().join()})`
  }
}
