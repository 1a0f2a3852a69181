import { hashKey } from './hashKey'
import type { PyValue } from './PyValue'

const linear = 8

/** Finds positions of Python keys; a plain scan while small, a `Map` beyond. */
export class HashIndex {
  private readonly hashes: unknown[] = []
  private map: Map<unknown, number> | undefined

  /** The position of `key`, or -1. */
  find(key: PyValue): number {
    return this.locate(hashKey(key))
  }

  /** The position of `key`, which becomes the next free one (the former size) when it is new. */
  add(key: PyValue): number {
    const hash = hashKey(key)
    const known = this.locate(hash)
    if (known >= 0) return known
    const position = this.hashes.length
    this.hashes.push(hash)
    if (this.map) this.map.set(hash, position)
    else if (position >= linear) this.map = new Map(this.hashes.map((each, at) => [each, at]))
    return position
  }

  private locate(hash: unknown): number {
    if (this.map) return this.map.get(hash) ?? -1
    return this.hashes.indexOf(hash)
  }
}
