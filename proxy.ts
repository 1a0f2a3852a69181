import { type NextRequest, NextResponse } from 'next/server'
import { readConfiguration } from '@/lib/env'

/** Gives each page a policy with a fresh nonce; the services it may speak to come from the run-time configuration. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(crypto.randomUUID())
  const policy = createPolicy(nonce, await getServiceOrigins())
  const requestHeaders = new Headers(request.headers)
  requestHeaders.set('x-nonce', nonce)
  requestHeaders.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers: requestHeaders } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api|samples|_next/static|_next/image|favicon.ico|icon.svg|manifest.webmanifest).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}

function createPolicy(nonce: string, services: readonly string[]): string {
  const development = process.env.NODE_ENV === 'development'
  return Object.entries({
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...services],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

/** Origins of chain, Provider and index. Other Providers are reached too: an asset names the one that serves it. */
async function getServiceOrigins(): Promise<string[]> {
  const result = await readConfiguration()
  if (!result.ok) return []
  const { networks } = result.configuration
  const urls = networks.flatMap((network) => [
    network.rpcUrl,
    network.aquariusUrl,
    network.providerUrl,
    ...network.otherProviderUrls,
  ])
  return [...new Set(urls.map((url) => new URL(url).origin))]
}
