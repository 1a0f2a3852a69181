import type { DownloadedFile } from '../types/provider'
import type { HttpResponse } from './request'

/** A streamed file with the name its sender gave it, reduced to a plain file name. */
export function readFile(response: HttpResponse): DownloadedFile {
  const disposition = response.headers.get('content-disposition') ?? ''
  const raw = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(disposition)?.[1]?.trim() ?? ''
  const filename =
    raw
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[^\p{L}\p{N}._ ()+@=-]/gu, '_') || 'result'
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || undefined
  return { filename, contentType, bytes: response.bytes }
}
