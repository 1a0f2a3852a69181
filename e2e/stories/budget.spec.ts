import { expect, type Page } from '@playwright/test'
import { createPerson, type Person } from '../fixtures/actors'
import { type FreeOffer, publishesFree, readAnnounced } from '../fixtures/freeOffer'
import { test } from '../fixtures/test'

test('a whole flow asks seven times at most, a second run once at most, and always as often as announced', async ({
  browser,
  devnet,
  app,
}) => {
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const offer = await publishesFree(alice)
  await test.step('Alice was asked four times', () => {
    expect(offer.prompts).toBe(offer.announced)
    expect(offer.prompts).toBeLessThanOrEqual(4)
  })

  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const first = await starts(bob, { page: bob.page, offer })
  await test.step('Bob was asked three times, which makes seven in all', () => {
    expect(first.prompts).toBe(first.announced)
    expect(first.prompts).toBeLessThanOrEqual(3)
    expect(offer.prompts + first.prompts).toBeLessThanOrEqual(7)
  })
  await test.step('the result is there without another question', async () => {
    await expect(bob.page.getByRole('img', { name: 'Data + model' })).toBeVisible({ timeout: 90_000 })
    expect(bob.wallet.prompts).toHaveLength(first.prompts)
  })
  await test.step('while the session lives, a second run asks nothing', async () => {
    const second = await starts(bob, { page: bob.page, offer, announcing: 'No confirmations needed' })
    expect(second).toMatchObject({ announced: 0, prompts: 0 })
    expect(second.job).not.toBe(first.job)
  })
  await test.step('in a new tab, which has no session, it asks once', async () => {
    const page = await bob.context.newPage()
    const third = await starts(bob, { page, offer, announcing: '1 confirmation' })
    expect(third).toMatchObject({ announced: 1, prompts: 1 })
    expect(bob.wallet.prompts.at(-1)?.method).toBe('personal_sign')
  })
  await bob.context.close()
  await alice.context.close()
})

async function starts(person: Person, parameters: { page: Page; offer: FreeOffer; announcing?: string }) {
  const { page, offer, announcing } = parameters
  return test.step(`${person.name} starts a job`, async () => {
    await page.goto(`/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`)
    await expect(page.getByText(/^Yes[.,]/)).toBeVisible()
    if (announcing) await expect(page.getByRole('region', { name: announcing, exact: true })).toBeVisible()
    const announced = await readAnnounced(page)
    const before = person.wallet.prompts.length
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    return { announced, prompts: person.wallet.prompts.length - before, job: new URL(page.url()).pathname }
  })
}
