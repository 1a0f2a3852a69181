import { expect, type Page } from '@playwright/test'
import { createPublicClient, http } from 'viem'
import type { Devnet } from '@/devnet/createDevnet'
import { createPerson, type Person } from '../fixtures/actors'
import { publishesFree } from '../fixtures/freeOffer'
import { test } from '../fixtures/test'

type Role = 'alice' | 'bob'

test('a confirmation turned down is no error, and is gone on from', async ({ browser, devnet, app }) => {
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page, wallet } = alice
  const sentBefore = await countTransactions(devnet, 'alice')
  await fillsIn(page)
  await test.step('Alice declines the first confirmation', async () => {
    wallet.reject(1)
    await page.getByRole('button', { name: 'Publish the dataset' }).click()
    await expect(page.getByText('You declined the request in your wallet')).toBeVisible()
    expect(await countTransactions(devnet, 'alice')).toBe(sentBefore)
  })
  await test.step('Alice goes on, and declines the second', async () => {
    const second = wallet.hold({ prompt: 2, as: 'unconfirmed' })
    await page.getByRole('button', { name: 'Continue' }).click()
    await second.reached
    second.release()
    await expect(page.getByText('You declined the request in your wallet')).toBeVisible()
  })
  await test.step('Alice goes on, and the dataset is published by two transactions', async () => {
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { name: 'The dataset is published' })).toBeVisible()
    expect(await countTransactions(devnet, 'alice')).toBe(sentBefore + 2)
    expect(wallet.prompts).toHaveLength(4)
  })
  await alice.context.close()
})

test('publishing goes on after the page was closed or loaded anew at each confirmation', async ({
  browser,
  devnet,
  app,
}) => {
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const sentBefore = await countTransactions(devnet, 'alice')
  const proceeds = (page: Page, button: string) => page.getByRole('button', { name: button }).click()
  await fillsIn(alice.page)
  let page = alice.page
  const interruptions = [
    { button: 'Publish the dataset', as: 'unconfirmed', by: 'loaded anew', transactions: 0 },
    { button: 'Continue', as: 'confirmed', by: 'closed', transactions: 1 },
    { button: 'Continue', as: 'unconfirmed', by: 'closed', transactions: 1 },
    { button: 'Continue', as: 'confirmed', by: 'loaded anew', transactions: 2 },
  ] as const
  for (const { button, as, by, transactions } of interruptions) {
    await test.step(`the page is ${by} with ${transactions} sent and a prompt ${as}`, async () => {
      const held = alice.wallet.hold({ prompt: 1, as })
      await proceeds(page, button)
      await held.reached
      page = await interrupts(alice, { page, by, path: '/publish' })
      await expect(page.getByText('This was started before and is not finished')).toBeVisible()
      expect(await countTransactions(devnet, 'alice')).toBe(sentBefore + transactions)
    })
  }
  await test.step('the dataset is published, and nothing was sent twice', async () => {
    await proceeds(page, 'Continue')
    await expect(page.getByRole('heading', { name: 'The dataset is published' })).toBeVisible()
    expect(await countTransactions(devnet, 'alice')).toBe(sentBefore + 2)
    expect(alice.wallet.prompts).toHaveLength(4)
  })
  await alice.context.close()
})

test('starting a job goes on after each interruption, and one job is started and paid once', async ({
  browser,
  devnet,
  app,
}) => {
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const offer = await publishesFree(alice)
  await alice.context.close()
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const sentBefore = await countTransactions(devnet, 'bob')
  const path = `/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`
  let page = bob.page
  await page.goto(path)
  await expect(page.getByText('Yes. Everything a job depends on is in place.')).toBeVisible()
  const interruptions = [
    { button: 'Start the job', as: 'unconfirmed', by: 'loaded anew', transactions: 0 },
    { button: 'Continue', as: 'confirmed', by: 'closed', transactions: 1 },
    { button: 'Continue', as: 'confirmed', by: 'loaded anew', transactions: 2 },
    { button: 'Continue', as: 'unconfirmed', by: 'closed', transactions: 2 },
  ] as const
  for (const { button, as, by, transactions } of interruptions) {
    await test.step(`the page is ${by} with ${transactions} sent and a prompt ${as}`, async () => {
      const held = bob.wallet.hold({ prompt: 1, as })
      await page.getByRole('button', { name: button }).click()
      await held.reached
      page = await interrupts(bob, { page, by, path })
      await expect(page.getByText('This was started before and is not finished')).toBeVisible()
      expect(await countTransactions(devnet, 'bob')).toBe(sentBefore + transactions)
    })
  }
  await test.step('the page is loaded anew before the Provider’s answer to the start arrives', async () => {
    const start = (url: URL) => url.origin === new URL(devnet.provider.url).origin && url.pathname.endsWith('/compute')
    let taken = () => {}
    const started = new Promise<void>((resolve) => {
      taken = resolve
    })
    await page.route(start, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      taken()
    })
    await page.getByRole('button', { name: 'Continue' }).click()
    await started
    await page.unroute(start)
    page = await interrupts(bob, { page, by: 'loaded anew', path })
    await expect(page.getByText('This was started before and is not finished')).toBeVisible()
  })
  await test.step('the job that was started is found', async () => {
    const before = bob.wallet.prompts.length
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    expect(bob.wallet.prompts).toHaveLength(before)
    expect(await countTransactions(devnet, 'bob')).toBe(sentBefore + 2)
  })
  await test.step('it is the only one', async () => {
    await page.goto('/monitor')
    await expect(page.getByRole('link', { name: /^Open the job of/ })).toHaveCount(1)
  })
  await bob.context.close()
})

async function fillsIn(page: Page): Promise<void> {
  await test.step('Alice fills in the Branin dataset', async () => {
    await page.goto('/publish')
    await page.getByText('A dataset', { exact: true }).click()
    await page.getByRole('button', { name: 'Use the Branin example' }).click()
  })
}

/** Ends what the page is doing; returns the page that stands in its place, connected as before. */
async function interrupts(
  person: Person,
  parameters: { page: Page; by: 'closed' | 'loaded anew'; path: string },
): Promise<Page> {
  const { page, by, path } = parameters
  if (by === 'loaded anew') {
    await page.reload()
    return page
  }
  await page.close()
  const next = await person.context.newPage()
  await next.goto(path)
  return next
}

/** How many transactions of an account the chain has mined. */
function countTransactions(devnet: Devnet, role: Role): Promise<number> {
  const client = createPublicClient({ transport: http(devnet.chain.rpcUrl) })
  return client.getTransactionCount({ address: devnet.actors[role].address })
}
