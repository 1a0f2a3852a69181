import type { ColumnMetaData } from 'hyparquet'
import { DecodeError } from '../DecodeError'

type Struct = ReadonlyMap<number, number | Struct>

const depthLimit = 8
const pageLimit = 100_000
/** Structures that count the values of a page: of data, of a dictionary, of data in the second version. */
const counted = [5, 7, 8]

/**
 * Follows the page headers of a column before anything believes them: every page lies inside the column, and no page
 * announces more values than the column has.
 *
 * @returns What all pages claim to unpack to, in bytes.
 * @throws {DecodeError}
 */
export function checkPages(bytes: Uint8Array, column: ColumnMetaData): number {
  const { dictionary_page_offset: dictionary, data_page_offset: data, num_values: values } = column
  const starts = [dictionary, data].filter((offset) => offset !== undefined && offset > 0n).map(Number)
  const start = Math.min(...starts)
  const end = start + Number(column.total_compressed_size)
  if (!(start >= 4) || !(end >= start) || end > bytes.length) throw new DecodeError('malformed', 'place of a column')
  const header = new Header(bytes, end)
  let unpacked = 0
  header.at = start
  for (let pages = 0; header.at < end - 1; pages += 1) {
    if (pages >= pageLimit) throw new DecodeError('limit', 'pages')
    const page = header.struct(0)
    const [full, packed] = [page.get(2), page.get(3)]
    if (typeof full !== 'number' || typeof packed !== 'number' || full < 0 || packed < 0 || packed > end - header.at)
      throw new DecodeError('malformed', 'size of a page')
    for (const field of counted) {
      const inner = page.get(field)
      const count = inner instanceof Map ? inner.get(1) : 0
      const most = field === 7 ? Math.max(Number(values), full) : Number(values)
      if (typeof count !== 'number' || count < 0 || count > most) throw new DecodeError('malformed', 'values of a page')
    }
    unpacked += full
    header.at += packed
  }
  return unpacked
}

/** Reads structures of Thrift's compact protocol; only numbers and structures are kept. */
class Header {
  at = 0
  private readonly bytes: Uint8Array
  private readonly end: number

  constructor(bytes: Uint8Array, end: number) {
    this.bytes = bytes
    this.end = end
  }

  struct(depth: number): Struct {
    if (depth > depthLimit) throw new DecodeError('limit', 'depth of a page header')
    const fields = new Map<number, number | Struct>()
    let id = 0
    for (let head = this.byte(); (head & 15) !== 0; head = this.byte()) {
      id = head >> 4 ? id + (head >> 4) : this.zigzag()
      const value = this.value(head & 15, depth)
      if (value !== undefined) fields.set(id, value)
    }
    return fields
  }

  private value(type: number, depth: number): number | Struct | undefined {
    if (type === 1 || type === 2) return type === 1 ? 1 : 0
    if (type === 3) return this.byte()
    if (type >= 4 && type <= 6) return this.zigzag()
    if (type === 12) return this.struct(depth + 1)
    if (type === 7) this.at += 8
    else if (type === 8) this.skip(this.varint())
    else if (type === 9 || type === 10) this.list(depth)
    else throw new DecodeError('malformed', 'page header')
    return undefined
  }

  private skip(length: number): void {
    this.at += length
  }

  private list(depth: number): void {
    const head = this.byte()
    const length = head >> 4 === 15 ? this.varint() : head >> 4
    if (length > this.end - this.at) throw new DecodeError('truncated', 'page header')
    for (let index = 0; index < length; index += 1) {
      if ((head & 15) <= 2) this.byte()
      else this.value(head & 15, depth + 1)
    }
  }

  private byte(): number {
    if (!(this.at < this.end)) throw new DecodeError('truncated', 'page header')
    this.at += 1
    return this.bytes[this.at - 1] as number
  }

  private varint(): number {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
      if (scale > 2 ** 64) throw new DecodeError('malformed', 'page header')
    }
  }

  private zigzag(): number {
    const value = this.varint()
    return value % 2 ? -(value + 1) / 2 : value / 2
  }
}
