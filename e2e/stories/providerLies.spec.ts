import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as playwrightExpect } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { publishesFree } from '../fixtures/freeOffer'
import { startApp } from '../fixtures/startApp'
import { type Lie, startLiar } from '../fixtures/startLiar'
import { test } from '../fixtures/test'

const expect = playwrightExpect.configure({ timeout: 60_000 })
const strange = 'A service answered in a way this app does not understand'
const quote = 'The Provider’s quote does not fit what was asked'

type Fee = { providerFeeAmount: string; providerData: string; r: string }
const change =
  (edit: (fee: Fee) => Partial<Fee>): Lie =>
  (answer) => {
    const quotes = JSON.parse(answer) as { datasets: { providerFee: Fee }[] }
    for (const item of quotes.datasets) Object.assign(item.providerFee, edit(item.providerFee))
    return JSON.stringify(quotes)
  }
const reply =
  (status: number, headers: Record<string, string>, body: string): Lie =>
  (_, response) => {
    response.writeHead(status, headers)
    response.end(body)
    return undefined
  }

const lies: [name: string, lie: Lie, title: string][] = [
  ['a fee for another access token', change(() => ({ providerData: '0x7b7d' })), quote],
  ['a fee for a machine that is free', change(() => ({ providerFeeAmount: `5${'0'.repeat(18)}` })), quote],
  ['a wrong signature', change(({ r }) => ({ r: `0x${'1'.repeat(64)}${r.slice(66)}` })), quote],
  ['garbage', () => '{"datasets": [oops', strange],
  ['a page of a gateway', reply(502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>'), 'A service failed'],
  ['more than anybody reads', reply(200, {}, 'x'.repeat(9 * 1024 * 1024)), strange],
  ['another address', reply(302, { location: 'http://127.0.0.1:9/' }, ''), strange],
  [
    'half an answer',
    (answer, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(answer.length) })
      response.write(answer.slice(0, 40), () => response.destroy())
      return undefined
    },
    'A service could not be reached',
  ],
]

test('no lie of a Provider or of the index reaches the wallet, and each is told with what to do', async ({
  browser,
  devnet,
}) => {
  test.setTimeout(400_000)
  const provider = await startLiar(devnet.provider.url)
  const aquarius = await startLiar(devnet.aquarius.url)
  const networks = readFileSync(devnet.networksFile, 'utf8')
  const file = join(devnet.dataDirectory, 'networks.lying.json')
  const lied = networks.replaceAll(devnet.provider.url, provider.url).replaceAll(devnet.aquarius.url, aquarius.url)
  writeFileSync(file, lied)
  const app = await startApp(file)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const offer = await publishesFree(alice)
  await alice.context.close()
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page, wallet } = bob
  const path = `/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`
  const main = page.getByRole('main')

  for (const [name, lie, title] of lies) {
    await test.step(`the Provider quotes ${name}`, async () => {
      provider.lie(/\/initializeCompute/, lie)
      await page.goto(path)
      await expect.soft(main.getByText(title).first()).toBeVisible({ timeout: 40_000 })
      await page.screenshot({
        path: `/tmp/safety-lie-${lies.findIndex(([each]) => each === name)}.png`,
        fullPage: true,
      })
      await expect(page.getByRole('button', { name: 'Start the job' })).toBeDisabled()
      expect(wallet.prompts).toHaveLength(0)
    })
  }
  await test.step('a Provider that is slow is waited for in words, and the page stays usable', async () => {
    const waiting: (() => void)[] = []
    provider.lie(/\/initializeCompute/, (text, response) => {
      waiting.push(() => response.writeHead(200, { 'content-type': 'application/json' }).end(text))
      return undefined
    })
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Start the job' })).toBeDisabled()
    await expect(main.getByText('Branin dataset').first()).toBeVisible()
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    expect(wallet.prompts).toHaveLength(0)
    provider.tellTruth()
    for (const answer of waiting) answer()
  })
  const described: [string, (document: Record<string, unknown>) => object][] = [
    ['another chain', (document) => ({ ...document, chainId: 1 })],
    ['another data NFT', (document) => ({ ...document, nftAddress: `0x${'12'.repeat(20)}` })],
  ]
  for (const [name, edit] of described) {
    await test.step(`the index describes ${name}`, async () => {
      aquarius.lie(new RegExp(`/ddo/${offer.dataset}`), (answer) => JSON.stringify(edit(JSON.parse(answer))))
      await page.goto(path)
      await expect(main.getByText('The index describes another asset').first()).toBeVisible()
      expect(wallet.prompts).toHaveLength(0)
    })
  }
  await test.step('told the truth again, the job starts; a job that is not Bob’s and markup in its state are of no effect', async () => {
    aquarius.tellTruth()
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Start the job' })).toBeEnabled()
    provider.lie(/\/compute(\?|$)/, (answer) => {
      const jobs = JSON.parse(answer) as Record<string, unknown>[]
      if (!Array.isArray(jobs)) return answer
      const lied = jobs.map((job) => ({ ...job, statusText: '<img src=x onerror=alert(1)>Running' }))
      return JSON.stringify([
        ...lied,
        ...lied.map((job) => ({ ...job, jobId: 'f'.repeat(32), owner: `0x${'9'.repeat(40)}` })),
      ])
    })
    page.on('dialog', (dialog) => expect(dialog.message()).toBe('no dialog'))
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    expect(page.url()).not.toContain('ffff')
    await expect(page.locator('main img[src="x"]')).toHaveCount(0)
    await page.goto('/monitor')
    await expect(page.getByRole('link', { name: /^Open the job of/ })).toHaveCount(1)
  })
  await bob.context.close()
  await app.stop()
  await provider.close()
  await aquarius.close()
})
