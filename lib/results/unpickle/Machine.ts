import type { Input } from './Input'
import { defaultLimits, type Limits } from './limits'
import { PickleError } from './PickleError'
import { decodeLatin1, decodeUtf8 } from './text'
import { PyGlobal } from './values/PyGlobal'
import { PyTuple } from './values/PyTuple'
import type { PyValue } from './values/PyValue'

/** A text left encoded because its bytes were wanted, kept in case the memo is asked for it after all. */
export type DeferredText = { deferred: 'text'; start: number; end: number }
/** The arguments `(text, 'latin1')` of such a text. */
export type DeferredCall = { deferred: 'call'; text: DeferredText }

export type UnpickleOptions = {
  limits?: Partial<Limits>
  /** The input may be rearranged in place, so that large arrays become aligned views without a copy. Default false. */
  owned?: boolean
  /** `bigint` keeps `1` and `1.0` apart: every `int` is a `bigint`, every `float` a `number`. Default `number`. */
  integers?: 'number' | 'bigint'
  /** How Python 2's `str` is read. Default `latin1`. */
  strings?: 'latin1' | 'utf-8' | 'bytes'
  /** Out-of-band buffers of protocol 5, in order. */
  buffers?: Iterable<Uint8Array<ArrayBuffer>>
  /** Names of `copyreg` extension codes. */
  extensions?: ReadonlyMap<number, readonly [module: string, name: string]>
}

/** Making a `bigint` is slow and most integers are small: each small one is made once. */
const smallIntegers: (bigint | undefined)[] = new Array(65_536)

function toBigInt(value: number | bigint): bigint {
  if (typeof value === 'bigint') return value
  if (value < 0 || value > 65_535) return BigInt(value)
  smallIntegers[value] ??= BigInt(value)
  return smallIntegers[value] as bigint
}

export type MachineOptions = UnpickleOptions & { knows: (module: string, name: string) => boolean }

/** Stack, marks, memo and budget. */
export class Machine {
  readonly input: Input
  readonly limits: Limits
  readonly options: MachineOptions
  readonly stack: PyValue[] = []
  readonly globals = new Map<string, PyGlobal>()
  readonly buffers: Iterator<Uint8Array<ArrayBuffer>>
  private readonly marks: number[] = []
  private readonly dense: (PyValue | DeferredText | DeferredCall)[] = []
  private readonly sparse = new Map<number, PyValue | DeferredText | DeferredCall>()
  /** Nothing at or below this index may be taken from the stack. */
  private base = 0
  private budget = { spent: 0 }
  /** How many files this one is inside of. */
  nesting = 0
  private readonly wide: boolean
  private readonly knows: (module: string, name: string) => boolean

  constructor(input: Input, options: MachineOptions) {
    this.input = input
    this.limits = { ...defaultLimits, ...options.limits }
    this.options = options
    this.knows = options.knows
    this.buffers = (options.buffers ?? [])[Symbol.iterator]()
    this.wide = options.integers === 'bigint'
  }

  push(value: PyValue): void {
    if (this.stack.length >= this.limits.stack) throw new PickleError('limit', 'stack')
    this.stack.push(value)
  }

  pushInteger(value: number | bigint): void {
    this.push(this.wide ? toBigInt(value) : value)
  }

  pop(): PyValue {
    if (this.stack.length <= this.base) throw new PickleError('stack')
    return this.stack.pop() as PyValue
  }

  top(): PyValue {
    if (this.stack.length <= this.base) throw new PickleError('stack')
    return this.stack[this.stack.length - 1] as PyValue
  }

  replaceTop(value: PyValue): void {
    this.stack[this.stack.length - 1] = value
  }

  /** The last `count` values, removed. */
  take(count: number): PyValue[] {
    if (this.stack.length - count < this.base) throw new PickleError('stack')
    return this.stack.splice(this.stack.length - count, count)
  }

  mark(): void {
    if (this.marks.length >= this.limits.marks) throw new PickleError('limit', 'marks')
    this.base = this.stack.length
    this.marks.push(this.base)
  }

  /** Everything above the last mark, removed together with the mark. */
  takeToMark(): PyValue[] {
    const from = this.unmark()
    return this.stack.splice(from)
  }

  /** Removes the last mark and returns the stack position it stood at. */
  unmark(): number {
    const from = this.marks.pop()
    if (from === undefined) throw new PickleError('mark')
    this.base = this.marks[this.marks.length - 1] ?? 0
    return from
  }

  /** POP takes a mark when one is on top. */
  discard(): void {
    if (this.marks.length > 0 && this.base === this.stack.length) this.unmark()
    else this.pop()
  }

  /** True when the call target below the arguments just being built is `value`. */
  isCalling(value: PyGlobal): boolean {
    const last = this.stack.length - 1
    return this.stack[last] === value && (this.base <= last || this.base === last + 1)
  }
  /** True when a mark lies directly on top. */
  get atMark(): boolean {
    return this.marks.length > 0 && this.base === this.stack.length
  }

  remember(index: number, value: PyValue | DeferredText | DeferredCall): void {
    if (index === this.dense.length) {
      this.dense.push(value)
      if (this.sparse.size > 0) this.sparse.delete(index)
    } else if (index < this.dense.length) this.dense[index] = value
    else this.sparse.set(index, value)
    if (this.dense.length + this.sparse.size > this.limits.memo) throw new PickleError('limit', 'memo')
  }

  /** MEMOIZE numbers values by how many there are. */
  memoize(value: PyValue | DeferredText | DeferredCall): void {
    this.remember(this.dense.length + this.sparse.size, value)
  }

  recall(index: number): PyValue {
    const value = index < this.dense.length ? this.dense[index] : this.sparse.get(index)
    if (value === undefined) throw new PickleError('memo', String(index))
    if (value === null || typeof value !== 'object' || !('deferred' in value)) return value
    const settled = this.settle(value)
    this.remember(index, settled)
    return settled
  }

  /** What the memo holds, without decoding it. */
  peekMemo(index: number): PyValue | DeferredText | DeferredCall | undefined {
    return index < this.dense.length ? this.dense[index] : this.sparse.get(index)
  }

  /** Spends from another machine's budget. */
  share(other: Machine): void {
    this.budget = other.budget
  }

  private settle(value: DeferredText | DeferredCall): PyValue {
    if (value.deferred === 'call') return new PyTuple([this.settle(value.text), 'latin1'])
    return decodeUtf8(this.input.bytes.subarray(value.start, value.end))
  }

  /** Charges the budget for a new object. */
  spend(cost: number): void {
    this.budget.spent += cost
    if (this.budget.spent > this.limits.objects) throw new PickleError('limit', 'objects')
  }

  /** The one descriptor for a name. */
  global(module: string, name: string): PyGlobal {
    const key = `${module}\n${name}`
    const found = this.globals.get(key)
    if (found) return found
    const made = new PyGlobal(module, name, this.knows(module, name))
    this.spend(1)
    this.globals.set(key, made)
    return made
  }

  /** Text of Python 2. */
  legacyString(bytes: Uint8Array<ArrayBuffer>): string | Uint8Array<ArrayBuffer> {
    const mode = this.options.strings ?? 'latin1'
    if (mode === 'bytes') return bytes.slice()
    return mode === 'utf-8' ? decodeUtf8(bytes) : decodeLatin1(bytes)
  }
}
