import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium = process.env.CHROMIUM_BIN ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync)

export default defineConfig({
  testDir: 'e2e/stories',
  outputDir: 'test-results/stories',
  // Each worker has a whole network and an app of its own; two of them would starve each other on a small machine.
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // On a loaded machine a story may be told twice; the summary says which needed it.
  retries: process.env.CI ? 1 : 0,
  use: {
    browserName: 'chromium',
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        ...['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
        ...['--disable-quic', '--disable-sync', '--enable-unsafe-swiftshader'],
      ],
    },
  },
})
