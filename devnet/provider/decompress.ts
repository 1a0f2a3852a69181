import { createRequire } from 'node:module'
import { decompressLzma } from './decompressLzma'

// CommonJS whose names Node cannot see from the outside.
const { XzReadableStream } = createRequire(import.meta.url)('xz-decompress') as typeof import('xz-decompress')

const magic = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
const maximumBytes = 50_000_000

/** The content of an .xz container, or of the .lzma container before it. @throws for anything else, and for content above 50 MB. */
export async function decompress(compressed: Uint8Array): Promise<Uint8Array> {
  if (magic.some((byte, index) => compressed[index] !== byte)) return decompressLzma(compressed, maximumBytes)
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(compressed)
      controller.close()
    },
  })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of new XzReadableStream(source)) {
    size += chunk.byteLength
    if (size > maximumBytes) throw new Error('the content is too large')
    chunks.push(chunk.slice())
  }
  return Buffer.concat(chunks)
}
