import { safeName } from './model/safeName'

/** Hands a file to the person, without a request and without opening it in the page. */
export function saveBlob(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = safeName(filename)
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
