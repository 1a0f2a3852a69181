import type { FileForm } from './form'
import type { Problem } from './problems'

// Set by the Provider itself, or about the connection rather than the file.
const own = ['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'range']

export type HeaderProblems = { name?: Problem; value?: Problem }

/** Looks at each request header; as many answers as headers, empty where all is well. */
export function checkHeaders(headers: FileForm['headers']): HeaderProblems[] {
  return headers.map(({ name, value }, index) => {
    const key = name.trim().toLowerCase()
    const twice = headers.slice(0, index).some((other) => other.name.trim().toLowerCase() === key)
    const named: Problem | undefined =
      key === ''
        ? { code: 'missing' }
        : !/^[\w!#$%&'*+.^`|~-]+$/.test(key)
          ? { code: 'header' }
          : own.includes(key)
            ? { code: 'headerOwn', value: name }
            : twice
              ? { code: 'duplicate', value: name }
              : undefined
    const valued: Problem | undefined =
      value.trim() === '' ? { code: 'missing' } : /^[\t\x20-\x7e]+$/.test(value) ? undefined : { code: 'headerValue' }
    return { ...(named ? { name: named } : {}), ...(valued ? { value: valued } : {}) }
  })
}
