import type { Readable } from 'node:stream'

export type FileDetails = {
  contentLength: string | number
  contentType: string
  filename?: string
  checksum?: string
  checksumType?: 'sha256'
}

export type OpenedFile = {
  status: number
  headers: Headers
  body: Readable
  filename: string
}

/** One file of a service, wherever it is kept. */
export type FileObject = {
  type: string
  /** What is known about the file, or undefined when it cannot be had. */
  checkDetails(options: { checksum: boolean }): Promise<FileDetails | undefined>
  /** Opens the file's bytes. @throws {UpstreamError} when they cannot be had. */
  open(options: { range?: string; signal?: AbortSignal }): Promise<OpenedFile>
}
