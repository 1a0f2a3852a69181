import type { NextConfig } from 'next'

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  // `npm run dev` and a running production server must not share a build folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
}

export default config
