import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createDevnet } from '@/devnet/createDevnet'
import { startApp } from '@/e2e/fixtures/startApp'
import { buildApp } from '@/scripts/buildApp'
import type { Report } from './report'

const routes = ['/', '/publish', '/allow', '/acquire', '/compute', '/monitor', '/assets']

/** The JavaScript each route's document asks for before it is usable. */
export async function run(report: Report): Promise<void> {
  buildApp()
  const devnet = await createDevnet()
  const app = await startApp(devnet.networksFile)
  try {
    for (const route of routes) {
      const html = await fetch(app.url + route).then((response) => response.text())
      const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
      let gzip = 0
      let brotli = 0
      for (const [, source = ''] of sources) {
        const response = await fetch(new URL(source, app.url))
        const bytes = Buffer.from(await response.arrayBuffer())
        gzip += gzipSync(bytes, { level: 9 }).length
        brotli += brotliCompressSync(bytes).length
      }
      report({
        name: `JavaScript of ${route}`,
        value: `${(gzip / 1000).toFixed(0)} kB gzip`,
        reference: `${(brotli / 1000).toFixed(0)} kB brotli, ${sources.length} files`,
      })
    }
  } finally {
    await app.stop()
    await devnet.close()
  }
}
