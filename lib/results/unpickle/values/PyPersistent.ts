import { PyBase, type PyValue } from './PyValue'

/** A reference to something the writer stored outside the file. */
export class PyPersistent extends PyBase {
  readonly id: PyValue
  constructor(id: PyValue) {
    super()
    this.id = id
  }
}
