import { HttpStatusError } from './errors'

const tooLarge = 'The data value transmitted exceeds the capacity limit.'

/** The bytes of a request's body, refusing as soon as more than `limit` of them arrive. */
export async function limitBody(
  request: { headers: Headers; body: AsyncIterable<Uint8Array> | null },
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new HttpStatusError(413, tooLarge)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > limit) throw new HttpStatusError(413, tooLarge)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
