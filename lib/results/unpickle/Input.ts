import { PickleError } from './PickleError'

const alignment = 8
const worthAligning = 65_536

/** A cursor over the bytes. Every length is unsigned and compared with what remains before it is used. */
export class Input {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly view: DataView<ArrayBuffer>
  position = 0
  private readonly owned: boolean
  /** End of the last range somebody may still look at. */
  private keptUntil = 0

  constructor(bytes: Uint8Array<ArrayBuffer>, owned = false) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.owned = owned
  }

  get remaining(): number {
    return this.bytes.length - this.position
  }

  /** Moves over `length` bytes and returns where they begin. */
  skip(length: number): number {
    const start = this.position
    if (length > this.bytes.length - start) throw new PickleError('truncated')
    this.position = start + length
    return start
  }

  u8(): number {
    return this.bytes[this.skip(1)] as number
  }
  u16(): number {
    return this.view.getUint16(this.skip(2), true)
  }
  u32(): number {
    return this.view.getUint32(this.skip(4), true)
  }
  i32(): number {
    return this.view.getInt32(this.skip(4), true)
  }
  f64(): number {
    return this.view.getFloat64(this.skip(8), false)
  }
  u64(): number {
    const start = this.skip(8)
    const value = this.view.getUint32(start + 4, true) * 2 ** 32 + this.view.getUint32(start, true)
    if (!Number.isSafeInteger(value)) throw new PickleError('length')
    return value
  }

  /** Bytes that are looked at now and not kept. */
  peek(length: number): Uint8Array<ArrayBuffer> {
    const start = this.skip(length)
    return this.bytes.subarray(start, start + length)
  }

  /** A view that stays. Large ones are moved a few bytes down to an aligned place when the input is ours. */
  keep(length: number): Uint8Array<ArrayBuffer> {
    const start = this.skip(length)
    const shift = (this.bytes.byteOffset + start) % alignment
    const floor = this.keptUntil
    this.keptUntil = this.position
    if (!this.owned || shift === 0 || length < worthAligning || start - shift < floor) {
      return this.bytes.subarray(start, start + length)
    }
    this.bytes.copyWithin(start - shift, start, start + length)
    return this.bytes.subarray(start - shift, start - shift + length)
  }

  /** Promises that everything read so far stays where it is. */
  hold(): void {
    this.keptUntil = this.position
  }

  /** Bytes up to the next line feed, without it. */
  line(): Uint8Array<ArrayBuffer> {
    const end = this.bytes.indexOf(10, this.position)
    if (end < 0) throw new PickleError('truncated')
    const start = this.position
    this.position = end + 1
    return this.bytes.subarray(start, end)
  }
}
