import { type Locator, type Page, expect as playwrightExpect } from '@playwright/test'
import { createPerson, type Person } from '../fixtures/actors'
import { createChainControl } from '../fixtures/chainControl'
import { test } from '../fixtures/test'

const expect = playwrightExpect.configure({ timeout: 90_000 })
const seed = Number(process.env.SEED ?? 20_221_122)
const kills = 5

test('pages killed at any moment of the whole flow lead to exactly one of each transaction, and one job', async ({
  browser,
  devnet,
  app,
}) => {
  test.setTimeout(420_000)
  test.info().annotations.push({ type: 'seed', description: String(seed) })
  const random = createRandom(seed)
  const chain = createChainControl(devnet)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const choice = await test.step('Alice publishes both while her pages are killed', async () => {
    const { page } = alice
    await page.goto('/publish')
    await page.getByText('Both', { exact: true }).click()
    await page.getByRole('button', { name: 'Use the Branin example' }).click()
    const before = await chain.countTransactions(alice.wallet.address)
    const ended = await survives(alice, {
      ...{ path: '/publish', start: 'Publish both', random },
      done: (present) => present.getByRole('heading', { name: 'Both are published' }),
    })
    expect(await chain.countTransactions(alice.wallet.address)).toBe(before + 4)
    const href = await ended.getByRole('link', { name: 'Run it' }).getAttribute('href')
    const { searchParams } = new URL(href ?? '', app.url)
    await ended.close()
    return `dataset=${searchParams.get('dataset')}&algorithm=${searchParams.get('algorithm')}`
  })
  await test.step('Alice issues tokens of both while her pages are killed', async () => {
    const before = await chain.countTransactions(alice.wallet.address)
    await survives(alice, {
      ...{ path: `/acquire?${choice}`, start: 'Issue tokens of 2 assets', random },
      done: (present) => present.getByText('Issued', { exact: true }),
      over: async () => (await chain.countTransactions(alice.wallet.address)) >= before + 2,
    })
    expect(await chain.countTransactions(alice.wallet.address)).toBe(before + 2)
  })
  await alice.context.close()
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  await test.step('Bob starts a job while his pages are killed', async () => {
    const before = await chain.countTransactions(bob.wallet.address)
    const jobs = async () => {
      const url = `${devnet.provider.url}/api/services/compute?consumerAddress=${bob.wallet.address}`
      return ((await (await fetch(url)).json()) as unknown[]).length
    }
    await survives(bob, {
      ...{ path: `/compute?${choice}`, start: 'Start the job', random },
      done: (present) => present.getByRole('heading', { name: 'Progress', exact: true }),
      over: async () => (await jobs()) > 0,
    })
    expect(await jobs()).toBe(1)
    expect(await chain.countTransactions(bob.wallet.address)).toBe(before + 2)
  })
  await bob.context.close()
})

type Survival = {
  path: string
  /** The button that begins. */
  start: string
  /** Shows when it is over. */
  done: (page: Page) => Locator
  /** Tells from outside that it was over before the page was killed. */
  over?: () => Promise<boolean>
  random: () => number
}

/** Opens the page, presses begin or go on, and closes it after some of its requests; again and again, the last time to the end. */
async function survives(person: Person, { path, start, done, over, random }: Survival): Promise<Page> {
  for (let round = 0; ; round += 1) {
    const page = await person.context.newPage()
    await page.goto(path)
    const main = page.getByRole('main')
    const goesOn = main.getByRole('button', { name: 'Continue' })
    const begins = main.getByRole('button', { name: start })
    await expect(goesOn.or(begins).or(done(page)).first()).toBeVisible()
    if (await done(page).isVisible()) return page
    const unfinished = await goesOn.isVisible()
    if (!unfinished && (await over?.())) return page
    const button = unfinished ? goesOn : begins
    await expect(button).toBeEnabled()
    const end = round < kills ? requests(page, 1 + Math.floor(random() * 60)) : new Promise<void>(() => {})
    await button.click()
    const finished = done(page)
      .waitFor({ timeout: 120_000 })
      .then(
        () => true,
        () => false,
      )
    if (await Promise.race([finished, end.then(() => false)])) return page
    if (round >= kills) throw new Error('The last page, which nobody killed, did not come to the end.')
    await page.close()
  }
}

/** Resolves when the page has asked so many things of services, chain and wallet. */
function requests(page: Page, count: number): Promise<void> {
  let left = count
  return new Promise((resolve) => {
    page.on('request', () => {
      left -= 1
      if (left === 0) resolve()
    })
  })
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function createRandom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
