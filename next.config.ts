import type { NextConfig } from 'next'

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // Types are held by `npm run check`, over the whole repository; whoever starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // `npm run dev` and a running production server must not share a build folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      { source: '/samples/:file.py', headers: [{ key: 'Content-Type', value: 'text/x-python; charset=utf-8' }] },
      { source: '/samples/:file.arff', headers: [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }] },
    ]
  },
}

export default config
