import { DecodeError } from './DecodeError'
import { decodeText } from './decode/decodeText'
import { readImageSize } from './decode/readImageSize'
import { detect } from './detect'
import { defaultDecodeLimits } from './limits'
import type { Payload } from './python/arrayToResult'
import type { ArchiveEntry, DecodedResult, DecodeLimits, DecodeOptions, ImageResult, ResultFormat } from './types'
import { PickleError } from './unpickle/PickleError'

type Context = { bytes: Uint8Array<ArrayBuffer>; limits: DecodeLimits; owned: boolean; filename: string; depth: number }
/** A result without its size; the format may turn out finer than the signature told. */
type Body = DecodedResult extends infer Result
  ? Result extends DecodedResult
    ? Payload<Result> & { format?: ResultFormat }
    : never
  : never

const depthLimit = 2
/** Browsers decode pictures themselves, several times faster than this code does. */
const nativePixels = 4
/** Packed in ways that browsers cannot undo. */
const foreign: [string, string][] = [
  ['BZh', 'bzip2'],
  ['\xfd7zXZ\0', 'xz'],
  [']\0\0', 'lzma'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['\x04\x22\x4d\x18', 'lz4'],
]

/**
 * Recognises a file by its content and turns it into plain data. Code for a format is loaded when it is first seen.
 * Never rejects because of the input: what cannot be read comes back as `binary` with the reason.
 *
 * @param bytes - The whole file; kept alive by the result, which may hold views of it.
 */
export async function decodeResult(
  bytes: Uint8Array<ArrayBuffer>,
  options: DecodeOptions = {},
): Promise<DecodedResult> {
  const limits = { ...defaultDecodeLimits, ...options.limits }
  const context = { bytes, limits, owned: options.owned ?? false, filename: options.filename ?? '', depth: 0 }
  return decodeIn(context)
}

async function decodeIn(context: Context): Promise<DecodedResult> {
  const { bytes, limits, filename } = context
  const byteLength = bytes.length
  const format = detect(bytes, filename)
  try {
    if (byteLength > limits.inputBytes) throw new DecodeError('limit', 'size of the file')
    const body = await decodeAs(format, context)
    return { format, ...body, byteLength }
  } catch (error) {
    if (error instanceof PickleError) {
      const { code, message, position } = error
      return { kind: 'binary', format, byteLength, problem: { code, message, position } }
    }
    if (!(error instanceof DecodeError)) throw error
    return { kind: 'binary', format, byteLength, problem: { code: error.code, message: error.message } }
  }
}

async function decodeAs(format: ResultFormat, context: Context): Promise<Body> {
  const { bytes, limits, owned } = context
  switch (format) {
    case 'pickle': {
      const { decodePickle } = await import('./decode/decodePickle')
      const body = await decodePickle(bytes, { owned, limits })
      const joblib = body.pickle?.imports.some((each) => each.module === 'joblib.numpy_pickle')
      return joblib ? { ...body, format: 'joblib' } : body
    }
    case 'npy': {
      const [{ decodeNpy }, { ndarrayBody }] = await Promise.all([
        import('./decode/decodeNpy'),
        import('./decode/ndarrayBody'),
      ])
      return ndarrayBody(decodeNpy(bytes, owned), limits.treeNodes)
    }
    case 'zip': {
      const { readZip } = await import('./decode/readZip')
      const { entries, truncated } = await readZip(bytes, limits)
      const first = entries[0]?.name ?? ''
      const finer =
        entries.length > 0 && entries.every((entry) => entry.name.endsWith('.npy'))
          ? 'npz'
          : /\/data\.pkl$/.test(first)
            ? 'torch'
            : 'zip'
      return archive({ entries, truncated, format: finer }, context)
    }
    case 'tar': {
      const { readTar } = await import('./decode/readTar')
      return archive({ ...readTar(bytes, limits), format }, context)
    }
    case 'gzip':
      return unpack(context)
    case 'json': {
      const { decodeJson } = await import('./decode/decodeJson')
      return decodeJson(bytes, limits)
    }
    case 'csv': {
      const { decodeCsv } = await import('./decode/decodeCsv')
      return decodeCsv(bytes, limits)
    }
    case 'parquet': {
      const { decodeParquet } = await import('./decode/decodeParquet')
      return decodeParquet(bytes, limits)
    }
    case 'tiff': {
      const { decodeTiff } = await import('./decode/decodeTiff')
      return decodeTiff(bytes, Math.min(limits.pixels, bytes.length * 8 * limits.ratio))
    }
    case 'pdf':
      return { kind: 'document', mime: 'application/pdf', bytes }
    case 'text':
      return decodeText(bytes, limits.textLength)
    default:
      return image(format, bytes, limits.pixels * nativePixels)
  }
}

function image(format: ResultFormat, bytes: Uint8Array<ArrayBuffer>, pixels: number): Body {
  const mimes: Partial<Record<ResultFormat, ImageResult['mime']>> = {
    png: 'image/png',
    jpeg: 'image/jpeg',
    webp: 'image/webp',
    gif: 'image/gif',
  }
  const mime = mimes[format]
  if (!mime) return unknown(bytes)
  const size = readImageSize(bytes, format)
  if (!size) throw new DecodeError('malformed', 'image header')
  if (size.width * size.height > pixels) throw new DecodeError('limit', 'pixels')
  return { kind: 'image', mime, ...size, bytes }
}

function unknown(bytes: Uint8Array<ArrayBuffer>): Body {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const packer = foreign.find(([signature]) => head.startsWith(signature))
  if (packer) throw new DecodeError('unsupported', `${packer[1]} compression`)
  return { kind: 'binary' }
}

/** An archive of one member is that member; of several, a list. */
async function archive(
  { entries, truncated, format }: { entries: ArchiveEntry[]; truncated: boolean; format: ResultFormat },
  context: Context,
): Promise<Body> {
  const named = entries.map((entry) => (entry.bytes ? { ...entry, format: detect(entry.bytes, entry.name) } : entry))
  const files = named.filter((entry) => !entry.directory)
  const [only] = files
  if (files.length === 1 && only?.bytes && context.depth < depthLimit && format !== 'torch') {
    const inner = await decodeIn({
      ...context,
      bytes: only.bytes,
      owned: false,
      filename: only.name,
      depth: context.depth + 1,
    })
    if (inner.kind !== 'binary') return { ...inner, format: format === 'npz' ? 'npz' : inner.format }
  }
  return { kind: 'archive', entries: named, truncated, format }
}

async function unpack(context: Context): Promise<Body> {
  if (context.depth >= depthLimit) throw new DecodeError('limit', 'nested compression')
  const { gunzip } = await import('./decode/gunzip')
  const bytes = await gunzip(context.bytes, context.limits)
  return decodeIn({
    ...context,
    bytes,
    owned: true,
    filename: context.filename.replace(/\.(gz|gzip|z)$/i, ''),
    depth: context.depth + 1,
  })
}
