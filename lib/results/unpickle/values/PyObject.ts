import { PyDict } from './PyDict'
import type { PyGlobal } from './PyGlobal'
import type { PyPersistent } from './PyPersistent'
import { PyTuple } from './PyTuple'
import { PyBase, type PyValue } from './PyValue'

/** An instance of something this reader does not know: what it would have been made from, recorded and never run. */
export class PyObject extends PyBase {
  readonly type: PyGlobal | PyObject | PyPersistent
  readonly parameters: PyTuple
  readonly keywords: PyDict | undefined
  state: PyValue | undefined
  /** Appended members, as for a subclass of `list` or `set`. */
  items: PyValue[] | undefined
  /** Set members, as for a subclass of `dict`. */
  pairs: [PyValue, PyValue][] | undefined

  constructor(type: PyGlobal | PyObject | PyPersistent, parameters: PyTuple, keywords?: PyDict) {
    super()
    this.type = type
    this.parameters = parameters
    this.keywords = keywords
  }

  /** Dotted name of the class; `?` when the class itself is computed. */
  get path(): string {
    return 'path' in this.type && !(this.type instanceof PyObject) ? this.type.path : '?'
  }

  /** The attribute `name` of the recorded state: a dictionary, or a tuple that holds some, as for objects with slots. */
  attribute(name: string): PyValue | undefined {
    const parts = this.state instanceof PyTuple ? this.state.items : [this.state]
    for (const part of parts) {
      const value = part instanceof PyDict ? part.get(name) : undefined
      if (value !== undefined) return value
    }
    return undefined
  }
}
