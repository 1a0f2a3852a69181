import { expect, type Page } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { preparesOffer } from '../fixtures/preparesOffer'
import { test } from '../fixtures/test'

test('what breaks is named, nothing else is blamed, and all is well again without a reload', async ({
  browser,
  devnet,
  app,
}) => {
  const offer = await preparesOffer(devnet)
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  const card = page.getByRole('link', { name: 'Branin dataset' })
  const index = new URL(devnet.aquarius.url).host

  await test.step('an index that is away is neither empty nor loading', async () => {
    await breaks(page, 'Index down.')
    await page.goto('/assets')
    await expect(page.getByText('The index does not answer', { exact: true })).toBeVisible()
    await expect(page.getByText(`${index} was asked and gave no answer`, { exact: false })).toBeVisible()
    await expect(page.getByText('Nothing is published yet')).toHaveCount(0)
    await expect(page.getByRole('list', { name: 'Asking the index for assets' })).toHaveCount(0)
    await mends(page, 'Index down.')
    await expect(card.first()).toBeVisible()
    await expect(page.getByText('The index does not answer', { exact: true })).toHaveCount(0)
  })

  await test.step('an empty answer is told from none', async () => {
    await page.getByRole('searchbox', { name: 'Search' }).fill('zebra "*?~ 🦓')
    await expect(page.getByText('Nothing matches', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Clear all filters' }).click()
    await expect(card.first()).toBeVisible()
  })

  await test.step('a slow index is said to be slow, and answers in the end', async () => {
    await breaks(page, 'Slow index.')
    await page.getByRole('searchbox', { name: 'Search' }).fill('branin')
    await expect(page.getByText('The index takes longer than usual')).toBeVisible()
    await expect(card.first()).toBeVisible()
    await expect(page.getByText('The index takes longer than usual')).toHaveCount(0)
    await mends(page, 'Slow index.')
  })

  const answer = page.getByText(/^Yes[.,]/)
  await test.step('a Provider that is away is not taken for a missing choice', async () => {
    await breaks(page, 'Provider down.')
    await page.goto(`/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`)
    await expect(page.getByText('Nobody can say now: the Provider does not answer', { exact: false })).toBeVisible()
    await expect(page.getByText('so it is unknown what it offers', { exact: false })).toBeVisible()
    await expect(page.getByText('No environment is chosen')).toHaveCount(0)
    await mends(page, 'Provider down.')
    await expect(answer).toBeVisible()
  })

  await test.step('a job that runs out of memory says so, and the next one runs', async () => {
    await breaks(page, 'Next job runs out of memory.')
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    await expect(page.getByText('The algorithm ran out of memory', { exact: true })).toBeVisible()
    await expect(bar(page).getByRole('button', { name: 'Break something' })).toBeVisible()
    await page.goto(`/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`)
    await expect(answer).toBeVisible()
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    await expect(page.getByRole('img', { name: 'Data + model' })).toBeVisible()
  })
  await bob.context.close()
})

const bar = (page: Page) => page.getByRole('region', { name: 'Local development network' })

async function breaks(page: Page, fault: string): Promise<void> {
  await test.step(`switches on: ${fault}`, async () => {
    await bar(page).getByRole('button', { name: 'Break something' }).click()
    await bar(page).getByRole('checkbox', { name: fault }).click()
    await expect(bar(page).getByRole('button', { name: '1 fault is on' })).toBeVisible()
    await bar(page).getByRole('button', { name: '1 fault is on' }).click()
    await expect(bar(page).getByRole('checkbox')).toHaveCount(0)
  })
}

async function mends(page: Page, fault: string): Promise<void> {
  await test.step(`switches off: ${fault}`, async () => {
    await bar(page).getByRole('button', { name: '1 fault is on' }).click()
    await bar(page).getByRole('checkbox', { name: fault }).click()
    await bar(page).getByRole('button', { name: 'Break something' }).click()
    await expect(bar(page).getByRole('checkbox')).toHaveCount(0)
  })
}
