import { expect } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { publishesFree } from '../fixtures/freeOffer'
import { test } from '../fixtures/test'

test('a Provider that does not answer is named, hides nothing, and is back by itself', async ({
  browser,
  devnet,
  app,
}) => {
  const host = new URL(devnet.provider.url).host
  const provider = `${devnet.provider.url}/**`
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const offer = await publishesFree(alice)
  await alice.context.close()
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  const path = `/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`
  await test.step('Bob starts a job', async () => {
    await page.goto(path)
    await expect(page.getByText('Yes. Everything a job depends on is in place.')).toBeVisible()
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
  })
  await test.step('the Provider goes while the dashboard is open', async () => {
    await page.goto('/monitor')
    const jobs = page.getByRole('link', { name: /^Open the job of/ })
    await expect(jobs.first()).toBeVisible()
    const count = await jobs.count()
    await page.route(provider, (route) => route.abort('connectionrefused'))
    await expect(page.getByText(`${host} does not answer`)).toBeVisible()
    await expect(jobs).toHaveCount(count)
    await page.unroute(provider)
    await expect(page.getByText(`${host} does not answer`)).toBeHidden()
    await expect(jobs).toHaveCount(count)
  })
  await test.step('the Provider is away when the compute page opens', async () => {
    await page.route(provider, (route) => route.abort('connectionrefused'))
    await page.goto(path)
    await expect(page.getByText('The Provider did not say what it offers', { exact: false })).toBeVisible()
    await expect(page.getByText('Branin dataset').first()).toBeVisible()
    await expect(page.getByText('Gaussian process regression').first()).toBeVisible()
  })
  await test.step('the Provider comes back, and the job can start', async () => {
    await page.unroute(provider)
    await expect(page.getByText(/^Yes[.,]/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Start the job' })).toBeEnabled()
  })
  await bob.context.close()
})
