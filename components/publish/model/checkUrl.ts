import { isPrivateHost } from './isPrivateHost'
import type { ProblemCode } from './problems'

/** Looks at a web address. `open`: anybody must reach it, so not one of a private network. */
export function checkUrl(text: string, { open }: { open: boolean }): ProblemCode | undefined {
  const address = text.trim()
  if (/\s/.test(address) || !URL.canParse(address)) return 'url'
  const { protocol, username, password, hostname } = new URL(address)
  if (protocol !== 'http:' && protocol !== 'https:') return /^[a-z][a-z\d+.-]*:\/?\/?/i.test(address) ? 'scheme' : 'url'
  if (!/^https?:\/\//i.test(address)) return 'url'
  if (username || password) return 'urlSecret'
  return open && isPrivateHost(hostname) ? 'privateUrl' : undefined
}
