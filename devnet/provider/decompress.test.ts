import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decompress } from './decompress'
import { decompressLzma } from './decompressLzma'

/** What Python's `lzma` module makes of bytes; `format` and `filters` are Python. */
function compress(content: Uint8Array, options: string): Uint8Array {
  const program = `import lzma, sys; sys.stdout.buffer.write(lzma.compress(sys.stdin.buffer.read(), ${options}))`
  return execFileSync('python3', ['-c', program], { input: content, maxBuffer: 1e8 })
}

const document = Buffer.from(
  JSON.stringify({ name: 'Branin', services: Array.from({ length: 400 }, (_, id) => ({ id })) }),
)
const mixed = Buffer.concat([
  document,
  randomBytes(5000),
  document,
  Buffer.alloc(70_000, 7),
  randomBytes(300),
  document,
])

const odd = `format=lzma.FORMAT_ALONE, filters=[{'id': lzma.FILTER_LZMA1, 'lc': 1, 'lp': 3, 'pb': 0, 'dict_size': 4096}]`

test.each([
  ['.xz', 'format=lzma.FORMAT_XZ'],
  ['.lzma', 'format=lzma.FORMAT_ALONE'],
  ['.lzma with unusual properties', odd],
])('%s as Python writes it is read back, whatever the content', async (_, options) => {
  for (const content of [document, mixed, Buffer.from('a'), Buffer.alloc(0)])
    expect(Buffer.from(await decompress(compress(content, options))).equals(content)).toBe(true)
})

test('a stated size ends the content without an end mark', () => {
  const alone = compress(document, 'format=lzma.FORMAT_ALONE')
  const stated = Uint8Array.from(alone)
  new DataView(stated.buffer).setBigUint64(5, 100n, true)
  expect(Buffer.from(decompressLzma(stated, 1000)).toString()).toBe(document.subarray(0, 100).toString())
})

test('what is damaged, cut off, no container or too large is refused', async () => {
  const alone = compress(mixed, 'format=lzma.FORMAT_ALONE')
  await expect(decompress(alone.subarray(0, alone.length / 2))).rejects.toThrow('ends too early')
  await expect(decompress(Buffer.from('{"no":"container"}'))).rejects.toThrow()
  await expect(decompress(new Uint8Array())).rejects.toThrow('not an lzma container')
  expect(() => decompressLzma(alone, 1000)).toThrow('too large')
})
