import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { createPerson, publishes } from '../fixtures/actors'
import { test } from '../fixtures/test'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const looks = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 360 },
] as const

test('every page is free of accessibility faults and fits its screen, in both themes, on a phone and wide', async ({
  browser,
  devnet,
  app,
}) => {
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const dataset = await publishes(alice, 'dataset')
  const algorithm = await publishes(alice, 'algorithm')
  const { page } = alice
  const choice = `dataset=${dataset.did}&algorithm=${algorithm.did}`
  const routes = [
    ...['/', '/publish', '/assets', '/monitor', `/assets/${dataset.did}`, `/assets/${algorithm.did}`],
    ...[`/allow?dataset=${dataset.did}`, `/acquire?${choice}`, `/compute?${choice}`, '/nowhere'],
  ]
  for (const { theme, width } of looks) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.evaluate((value) => localStorage.setItem('mantine-color-scheme-value', value), theme)
    for (const route of routes) {
      await test.step(`${route} in ${theme} at ${width} px`, async () => {
        await page.goto(route)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await page.waitForLoadState('networkidle')
        await page.addScriptTag({ path: axe })
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        )
        const faults = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`,
        )
        expect.soft(faults, `${route} in ${theme} at ${width} px`).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(overflow, `sideways overflow of ${route} at ${width} px`).toBeLessThanOrEqual(0)
      })
    }
  }
  await alice.context.close()
})
