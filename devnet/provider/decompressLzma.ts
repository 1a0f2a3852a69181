/** Bytes before the compressed data: properties (1), dictionary size (4), size of the content (8). */
const headerLength = 13
const half = 1024
const states = 12
const positions = 16

/** A tree of bits, each with the probability that it is zero. */
const createTree = (bits: number) => new Uint16Array(1 << bits).fill(half)

/** Reads bits from a range coder. */
function createRangeDecoder(data: Uint8Array, start: number) {
  let at = start
  let range = 0xffffffff
  let code = 0
  const next = () => {
    const byte = data[at]
    if (byte === undefined) throw new Error('the compressed data ends too early')
    at += 1
    return byte
  }
  if (next() !== 0) throw new Error('the compressed data is damaged')
  for (let count = 0; count < 4; count += 1) code = ((code << 8) | next()) >>> 0

  const normalise = () => {
    if (range >= 2 ** 24) return
    range = (range << 8) >>> 0
    code = ((code << 8) | next()) >>> 0
  }
  const bit = (probabilities: Uint16Array, index: number): number => {
    const probability = probabilities[index] ?? half
    const bound = (range >>> 11) * probability
    const isZero = code < bound
    if (isZero) range = bound
    else {
      range = (range - bound) >>> 0
      code = (code - bound) >>> 0
    }
    probabilities[index] = isZero ? probability + ((2048 - probability) >>> 5) : probability - (probability >>> 5)
    normalise()
    return isZero ? 0 : 1
  }
  /** A number from a tree, its highest bit first. */
  const tree = (probabilities: Uint16Array, bits: number): number => {
    let symbol = 1
    for (let count = 0; count < bits; count += 1) symbol = (symbol << 1) | bit(probabilities, symbol)
    return symbol - (1 << bits)
  }
  /** A number from a tree, its lowest bit first. */
  const reverseTree = (probabilities: Uint16Array, offset: number, bits: number): number => {
    let symbol = 1
    let value = 0
    for (let count = 0; count < bits; count += 1) {
      const read = bit(probabilities, offset + symbol)
      symbol = (symbol << 1) | read
      value |= read << count
    }
    return value
  }
  /** A number whose bits are as likely one as zero. */
  const direct = (bits: number): number => {
    let value = 0
    for (let count = 0; count < bits; count += 1) {
      range >>>= 1
      const isOne = code >= range
      if (isOne) code = (code - range) >>> 0
      value = value * 2 + (isOne ? 1 : 0)
      normalise()
    }
    return value
  }
  return { bit, tree, reverseTree, direct }
}

type RangeDecoder = ReturnType<typeof createRangeDecoder>

/** Reads the lengths of repetitions. */
function createLengthDecoder({ bit, tree }: RangeDecoder) {
  const choice = createTree(1)
  const low = Array.from({ length: positions }, () => createTree(3))
  const middle = Array.from({ length: positions }, () => createTree(3))
  const high = createTree(8)
  return (position: number): number => {
    if (bit(choice, 0) === 0) return tree(low[position] ?? high, 3)
    return bit(choice, 1) === 0 ? 8 + tree(middle[position] ?? high, 3) : 16 + tree(high, 8)
  }
}

/** Reads how far back a repetition lies, less one. */
function createDistanceDecoder({ tree, reverseTree, direct }: RangeDecoder) {
  const slots = Array.from({ length: 4 }, () => createTree(6))
  const near = new Uint16Array(128).fill(half)
  const align = createTree(4)
  return (length: number): number => {
    const slot = tree(slots[Math.min(length, 3)] ?? align, 6)
    if (slot < 4) return slot
    const bits = (slot >> 1) - 1
    const base = (2 | (slot & 1)) * 2 ** bits
    if (slot < 14) return base + reverseTree(near, base - slot, bits)
    return base + direct(bits - 4) * 16 + reverseTree(align, 0, 4)
  }
}

const afterLiteral = (state: number) => (state < 4 ? 0 : state < 10 ? state - 3 : state - 6)
const endMark = 0xffffffff

/**
 * The content of a legacy .lzma container, as `lzma.compress(…, format=FORMAT_ALONE)` of Python writes it.
 *
 * @throws {Error} for damaged data and for content above `maximumBytes`.
 */
export function decompressLzma(data: Uint8Array, maximumBytes: number): Uint8Array {
  const properties = data[0] ?? 255
  if (data.length < headerLength || properties >= 9 * 5 * 5) throw new Error('not an lzma container')
  const literalContext = properties % 9
  const literalMask = (1 << (Math.floor(properties / 9) % 5)) - 1
  const positionMask = (1 << Math.floor(properties / 45)) - 1
  const declared = new DataView(data.buffer, data.byteOffset).getBigUint64(5, true)
  const size = declared === 2n ** 64n - 1n ? undefined : Number(declared)
  if (size !== undefined && size > maximumBytes) throw new Error('the content is too large')

  const decoder = createRangeDecoder(data, headerLength)
  const { bit } = decoder
  const literals = new Uint16Array(0x300 << (literalContext + Math.log2(literalMask + 1))).fill(half)
  const tables = () => new Uint16Array(states * positions).fill(half)
  const [isMatch, isLongRepeat] = [tables(), tables()]
  const [isRepeat, isNotFirst, isNotSecond, isNotThird] = [tables(), tables(), tables(), tables()]
  const matchLength = createLengthDecoder(decoder)
  const repeatLength = createLengthDecoder(decoder)
  const readDistance = createDistanceDecoder(decoder)

  let output = new Uint8Array(Math.min(size ?? 64 * 1024, maximumBytes))
  let at = 0
  let state = 0
  let distances: [number, number, number, number] = [0, 0, 0, 0]

  const put = (byte: number) => {
    if (at === maximumBytes) throw new Error('the content is too large')
    if (at === output.length) {
      const larger = new Uint8Array(Math.min(maximumBytes, Math.max(1024, output.length * 2)))
      larger.set(output)
      output = larger
    }
    output[at] = byte
    at += 1
  }
  const back = (distance: number): number => {
    if (distance >= at) throw new Error('the compressed data is damaged')
    return output[at - distance - 1] ?? 0
  }
  const readLiteral = (): number => {
    const previous = at > 0 ? (output[at - 1] ?? 0) : 0
    const offset = 0x300 * (((at & literalMask) << literalContext) + (previous >> (8 - literalContext)))
    let symbol = 1
    if (state >= 7) {
      for (let expected = back(distances[0]); symbol < 0x100; expected <<= 1) {
        const guess = (expected >> 7) & 1
        const read = bit(literals, offset + ((1 + guess) << 8) + symbol)
        symbol = (symbol << 1) | read
        if (guess !== read) break
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, offset + symbol)
    return symbol & 0xff
  }
  /** Picks one of the last four distances and makes it the latest. */
  const readRepeated = () => {
    const [first, second, third, fourth] = distances
    if (bit(isNotSecond, state) === 0) distances = [second, first, third, fourth]
    else if (bit(isNotThird, state) === 0) distances = [third, first, second, fourth]
    else distances = [fourth, first, second, third]
  }

  while (size === undefined || at < size) {
    const position = at & positionMask
    const row = state * positions + position
    if (bit(isMatch, row) === 0) {
      put(readLiteral())
      state = afterLiteral(state)
      continue
    }
    let length: number
    if (bit(isRepeat, state) === 1) {
      if (bit(isNotFirst, state) === 1) readRepeated()
      else if (bit(isLongRepeat, row) === 0) {
        put(back(distances[0]))
        state = state < 7 ? 9 : 11
        continue
      }
      length = repeatLength(position)
      state = state < 7 ? 8 : 11
    } else {
      length = matchLength(position)
      state = state < 7 ? 7 : 10
      distances = [readDistance(length), distances[0], distances[1], distances[2]]
      if (distances[0] === endMark) break
    }
    for (let count = 0; count < length + 2; count += 1) put(back(distances[0]))
  }
  return output.subarray(0, Math.min(at, size ?? at))
}
