import { expect } from '@playwright/test'
import { actsAs, confirms, readPurposes } from '../fixtures/localWallet'
import { test } from '../fixtures/test'

test('with the built-in wallets Alice publishes both at once, and Bob computes from the dataset’s own page', async ({
  page,
}) => {
  let dataset = ''
  await test.step('connects Alice in the wallet dialog', async () => {
    await page.goto('/publish')
    await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Alice \(local\)/ })
      .click()
    await expect(page.getByRole('banner').getByRole('button', { name: 'Account Alice' })).toBeVisible()
  })
  await test.step('Alice publishes algorithm and dataset together', async () => {
    await page.getByText('Both', { exact: true }).click()
    await page.getByRole('button', { name: 'Use the Branin example' }).click()
    const purposes = await readPurposes(page)
    expect(purposes).toHaveLength(4)
    await confirms(page, { button: 'Publish both', purposes })
    await expect(page.getByRole('heading', { name: 'Both are published' })).toBeVisible()
    await expect(page.getByText('The dataset already allows this algorithm.')).toBeVisible()
  })
  await test.step('Alice hands Bob tokens of both', async () => {
    await page.getByRole('link', { name: 'Hand out access' }).click()
    await expect(page.getByRole('button', { name: 'Issue tokens of 2 assets' })).toBeVisible()
    const purposes = await readPurposes(page)
    expect(purposes).toHaveLength(2)
    await confirms(page, { button: 'Issue tokens of 2 assets', purposes })
    await expect(page.getByText('Bob now holds 5 more of each.')).toBeVisible()
    dataset = new URL(page.url()).searchParams.get('dataset') ?? ''
  })
  await test.step('Bob turns to the page of the dataset', async () => {
    await page.goto(`/assets/${dataset}`)
    await actsAs(page, 'Bob')
    await page.getByRole('button', { name: /^Gaussian process regression/ }).click()
    await expect(page.getByText('Yes. Everything a job depends on is in place.')).toBeVisible()
  })
  await test.step('Bob starts the job there and sees it end', async () => {
    const purposes = await readPurposes(page)
    expect(purposes).toHaveLength(3)
    await confirms(page, { button: 'Start the job', purposes })
    const job = page.getByRole('region', { name: 'Your job' })
    await expect(job.getByText('Done', { exact: true })).toBeVisible({ timeout: 90_000 })
    await expect(page.getByRole('img', { name: 'Data + model' })).toBeVisible()
    await job.getByRole('link', { name: 'Open the job’s page' }).click()
  })
  await test.step('the job’s page shows the result without asking again', async () => {
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    await expect(page.getByRole('img', { name: 'Data + model' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})
