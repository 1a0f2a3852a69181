import { hashKey } from './hashKey'
import { PyBase, type PyValue } from './PyValue'

const linear = 8

/** Base of dictionaries and sets: finds keys by Python's equality. Most have few keys, which are scanned. */
export abstract class KeyedValues extends PyBase {
  protected readonly names: PyValue[] = []
  /** Absent while every key is its own hash, as texts and numbers are. */
  private hashes: unknown[] | undefined
  private map: Map<unknown, number> | undefined

  get size(): number {
    return this.names.length
  }

  has(key: PyValue): boolean {
    return this.find(key) >= 0
  }

  /** The position of `key`, or -1. */
  protected find(key: PyValue): number {
    return this.locate(hashKey(key))
  }

  /** The position of `key`, which is added at the end when it is new. */
  protected place(key: PyValue): number {
    const hash = hashKey(key)
    const known = this.locate(hash)
    if (known >= 0) return known
    const position = this.names.length
    if (!this.hashes && hash !== key) this.hashes = [...this.names]
    this.names.push(key)
    this.hashes?.push(hash)
    if (this.map) this.map.set(hash, position)
    else if (position >= linear) this.map = new Map((this.hashes ?? this.names).map((each, at) => [each, at]))
    return position
  }

  private locate(hash: unknown): number {
    if (this.map) return this.map.get(hash) ?? -1
    return (this.hashes ?? this.names).indexOf(hash as PyValue)
  }
}
