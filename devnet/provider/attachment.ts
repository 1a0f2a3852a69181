const extensions: Record<string, string> = {
  'application/gzip': '.gz',
  'application/json': '.json',
  'application/octet-stream': '.bin',
  'application/pdf': '.pdf',
  'application/x-tar': '.tar',
  'application/zip': '.zip',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tiff',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/plain': '.txt',
}

export type AttachmentParameters = { filename: string; contentType: string | null }

/** Headers of a file that a client saves: its name, with an extension by its type where it has none. */
export function attachmentHeaders({ filename, contentType }: AttachmentParameters): Record<string, string> {
  const name = filename.replace(/[^\x20-\x7e]|["\\;]/g, '_')
  const [type = ''] = (contentType ?? '').split(';')
  const extension = /[^.]\.[^.]+$/.test(name) ? '' : (extensions[type.trim().toLowerCase()] ?? '')
  return {
    'content-disposition': `attachment;filename=${name}${extension}`,
    'access-control-expose-headers': 'Content-Disposition',
    'x-content-type-options': 'nosniff',
    ...(contentType ? { 'content-type': contentType } : {}),
  }
}
