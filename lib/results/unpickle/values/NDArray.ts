import { PickleError } from '../PickleError'
import { DType, product } from './DType'
import { PyBase, type PyValue } from './PyValue'
import { readItem } from './readItem'

const emptyItemLimit = 1_000_000

export type NDArrayParts = {
  shape: readonly number[]
  dtype: DType
  /** Axes from the slowest to the fastest in memory; row-major when absent. */
  axes?: readonly number[]
  /** Exactly the elements, in memory order. Empty for arrays of objects. */
  bytes?: Uint8Array<ArrayBuffer>
  /** Elements of arrays whose items are Python objects, in memory order. */
  objects?: readonly PyValue[]
  /** Of masked arrays: one byte per element, in memory order; 1 hides it. */
  mask?: Uint8Array<ArrayBuffer>
  fill?: PyValue
}

/** A numpy array: a view of the input, never a copy. */
export class NDArray extends PyBase {
  /** The class as the file names it: `numpy.ndarray`, `numpy.matrix`, `numpy.recarray`, `numpy.ma.core.MaskedArray`, ... */
  readonly type: string
  private parts: NDArrayParts = { shape: [0], dtype: new DType({ kind: 'f', itemSize: 8 }) }
  private built = false
  private steps: readonly number[] = [1]

  constructor(type: string, parts?: NDArrayParts) {
    super()
    this.type = type
    if (parts) this.build(parts)
  }

  get shape(): readonly number[] {
    return this.parts.shape
  }
  get dtype(): DType {
    return this.parts.dtype
  }
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.parts.bytes ?? new Uint8Array(0)
  }
  get objects(): readonly PyValue[] | undefined {
    return this.parts.objects
  }
  get mask(): Uint8Array<ArrayBuffer> | undefined {
    return this.parts.mask
  }
  get fill(): PyValue | undefined {
    return this.parts.fill
  }
  get size(): number {
    return product(this.parts.shape)
  }
  /** Distance between neighbours along each axis, in elements. */
  get strides(): readonly number[] {
    return this.steps
  }
  /** True when memory order is row-major order. */
  get contiguous(): boolean {
    let step = 1
    for (let axis = this.shape.length - 1; axis >= 0; axis -= 1) {
      if (this.shape[axis] !== 1 && this.steps[axis] !== step) return false
      step *= this.shape[axis] ?? 0
    }
    return true
  }

  /** @throws {PickleError} `build` the second time, `ndarray` when the elements do not fit the shape exactly. */
  build(parts: NDArrayParts): void {
    if (this.built) throw new PickleError('build', 'an array has one state')
    this.built = true
    const { shape, dtype, bytes, objects, mask } = parts
    const size = product(shape)
    dtype.use()
    if (dtype.itemSize === 0 && size > emptyItemLimit) throw new PickleError('limit', 'elements without bytes')
    const given = objects ? objects.length : bytes?.length
    const needed = objects ? size : size * dtype.itemSize
    if (given !== needed) throw new PickleError('ndarray', `${given} where the shape needs ${needed}`)
    if (mask && mask.length !== size) throw new PickleError('ndarray', 'mask')
    const axes = parts.axes ?? shape.map((_, axis) => axis)
    if (axes.length !== shape.length || new Set(axes).size !== axes.length) throw new PickleError('ndarray', 'axes')
    const steps = shape.map(() => 0)
    let step = 1
    for (const axis of [...axes].reverse()) {
      if (steps[axis] === undefined) throw new PickleError('ndarray', 'axes')
      steps[axis] = step
      step *= shape[axis] ?? 0
    }
    this.parts = parts
    this.steps = steps
  }

  /** Position in memory, in elements, of each element in row-major order. */
  *positions(limit = Number.POSITIVE_INFINITY): Generator<number> {
    const { shape } = this.parts
    const size = Math.min(this.size, limit)
    const index = shape.map(() => 0)
    let position = 0
    for (let count = 0; count < size; count += 1) {
      yield position
      for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
        const step = this.steps[axis] ?? 0
        const next = (index[axis] ?? 0) + 1
        if (next < (shape[axis] ?? 0)) {
          index[axis] = next
          position += step
          break
        }
        position -= step * (next - 1)
        index[axis] = 0
      }
    }
  }

  /** Elements as Python's `.item()` gives them, in row-major order; a masked element is its stored value. */
  *values(limit?: number): Generator<PyValue> {
    const { dtype, objects } = this.parts
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    for (const position of this.positions(limit)) {
      yield objects ? (objects[position] ?? null) : readItem(dtype, view, position * dtype.itemSize)
    }
  }

  override hashPart(): never {
    throw new PickleError('hash')
  }
}
