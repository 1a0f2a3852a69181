import { createReadStream } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { parseRange } from '../parseRange'
import type { UpstreamResponse } from './types'

export type Mirror = { prefix: string; folder: string }

const types: Record<string, string> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.zip': 'application/zip',
}
const textual = new Set(['.arff', '.js', '.md', '.py', '.r', '.sh', '.txt'])

/** The mirror that stands in for a URL. */
export function findMirror(mirrors: readonly Mirror[], url: string): Mirror | undefined {
  return mirrors.find(({ prefix }) => url.startsWith(prefix))
}

/** Answers a URL from its mirror's folder as a server would; what lies outside of the folder does not exist. */
export async function openMirror(mirror: Mirror, url: string, range: string | undefined): Promise<UpstreamResponse> {
  const file = await resolveInside(mirror, url)
  const handle = file === undefined ? undefined : await open(file).catch(() => undefined)
  const stats = await handle?.stat()
  if (!file || !handle || !stats?.isFile()) {
    await handle?.close()
    return { url, status: 404, headers: new Headers(), body: Readable.from([]) }
  }
  const extension = extname(file).toLowerCase()
  const headers = new Headers({
    'content-type': types[extension] ?? (textual.has(extension) ? 'text/plain' : 'application/octet-stream'),
    'accept-ranges': 'bytes',
  })
  const part = parseRange(range, stats.size)
  if (part) headers.set('content-range', `bytes ${part.start}-${part.end}/${stats.size}`)
  headers.set('content-length', String(part ? part.end - part.start + 1 : stats.size))
  return { url, status: part ? 206 : 200, headers, body: createReadStream(file, { fd: handle, ...part }) }
}

async function resolveInside({ prefix, folder }: Mirror, url: string): Promise<string | undefined> {
  try {
    const [path = ''] = url.slice(prefix.length).split(/[?#]/)
    const root = await realpath(folder)
    const file = await realpath(join(root, decodeURIComponent(path)))
    return file.startsWith(root + sep) ? file : undefined
  } catch {
    return undefined
  }
}
