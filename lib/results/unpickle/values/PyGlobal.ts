import { PyBase } from './PyValue'
/** The name of a class or function. Nothing is ever imported for it; `known` only says that values of it are understood. */
export class PyGlobal extends PyBase {
  readonly module: string
  readonly name: string
  readonly known: boolean
  constructor(module: string, name: string, known: boolean) {
    super()
    this.module = module
    this.name = name
    this.known = known
  }

  get path(): string {
    return `${this.module}.${this.name}`
  }
}
