import type { DeferredText, Machine } from './Machine'
import { PickleError } from './PickleError'
import { utf8ToLatin1 } from './text'
import type { PyValue } from './values/PyValue'

const worthwhile = 256

/**
 * Protocols 1 and 2 write bytes as `_codecs.encode(text, 'latin1')`. When exactly that follows, the UTF-8 text is turned
 * into bytes directly, without a string in between, and all its instructions are taken at once. What they store in the memo
 * is stored, too, and decoded only if asked for.
 *
 * @returns False when something else follows; then nothing was read.
 * @throws {PickleError}
 */
export function readEncodedBytes(machine: Machine, length: number): boolean {
  const { input } = machine
  if (length < worthwhile || length > input.remaining) return false
  const encode = machine.globals.get('_codecs\nencode')
  if (!encode || !machine.isCalling(encode)) return false
  const marked = machine.atMark
  const start = input.position
  const text: DeferredText = { deferred: 'text', start, end: start + length }
  const stores: [number, PyValue | DeferredText][] = []
  let at = start + length
  const byte = () => input.bytes[at] ?? 0
  const store = (value: PyValue | DeferredText) => {
    if (byte() === 0x71) stores.push([input.bytes[at + 1] ?? 0, value])
    else if (byte() === 0x72 && at + 5 <= input.bytes.length) stores.push([input.view.getUint32(at + 1, true), value])
    else return
    at += byte() === 0x71 ? 2 : 5
  }
  store(text)
  if (byte() === 0x68 || byte() === 0x6a) {
    if (at + 5 > input.bytes.length) return false
    const index = byte() === 0x68 ? (input.bytes[at + 1] ?? 0) : input.view.getUint32(at + 1, true)
    if (stores.some(([stored]) => stored === index) || machine.peekMemo(index) !== 'latin1') return false
    at += byte() === 0x68 ? 2 : 5
  } else {
    const name = input.bytes.subarray(at, at + latin1.length)
    if (name.length < latin1.length || !latin1.every((each, position) => each === name[position])) return false
    at += latin1.length
    store('latin1')
  }
  if (byte() !== (marked ? 0x74 : 0x86)) return false
  at += 1
  const call: [number, { deferred: 'call'; text: DeferredText }][] = []
  const before = stores.length
  store(null)
  if (stores.length > before) {
    const [index] = stores.pop() as [number, PyValue]
    call.push([index, { deferred: 'call', text }])
  }
  if (byte() !== 0x52) return false
  const bytes = utf8ToLatin1(input.bytes.subarray(start, start + length))
  if (!bytes) throw new PickleError('text', 'Latin-1')
  if (marked) machine.unmark()
  machine.pop()
  input.position = at + 1
  input.hold()
  for (const [index, value] of [...stores, ...call]) machine.remember(index, value)
  machine.push(bytes)
  return true
}

/** BINUNICODE, the length 6, `latin1`. */
const latin1 = Uint8Array.of(0x58, 6, 0, 0, 0, 0x6c, 0x61, 0x74, 0x69, 0x6e, 0x31)
