import { expect, type Page } from '@playwright/test'
import { type Address, decodeFunctionData, erc20Abi, type Hex, parseUnits } from 'viem'
import { createActor } from '@/devnet/seed/createActor'
import { getAllowance, getTokenBalance, type Pricing, payForCompute } from '@/lib/ocean'
import { createPerson, type Person } from '../fixtures/actors'
import { finishes } from '../fixtures/finishes'
import { readAnnounced } from '../fixtures/freeOffer'
import { preparesOffer } from '../fixtures/preparesOffer'
import { test } from '../fixtures/test'

const large = 'ocean-compute-large'
const jobAddress = /\/monitor\/[0-9a-f]{32}/

test('tokens and machine time are bought for exactly what was announced, and not twice', async ({
  browser,
  devnet,
  app,
}) => {
  const ocean = devnet.chain.contracts.Ocean
  const at = (price: string) => ({ type: 'fixed' as const, baseToken: ocean, price: parseUnits(price, 18) })
  // The algorithm's token can be bought by itself; the dataset's is bought and used in one transaction.
  const pricing = { dataset: { ...at('3.5'), template: 2 as const }, algorithm: { ...at('2'), template: 1 as const } }
  const offer = await preparesOffer(devnet, { pricing })
  const chain = createActor(devnet, devnet.actors.bob)
  const account = devnet.actors.bob.address
  const balance = () => getTokenBalance(chain, { token: ocean, account })
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  const choice = `dataset=${offer.dataset}&algorithm=${offer.algorithm}`

  await test.step('Bob buys a token of the algorithm by itself', async () => {
    const before = await balance()
    await page.goto(`/acquire?${choice}`)
    // The exchange keeps a thousandth, which the price shown has in it.
    await expect(page.getByText('Sold at 2.002 OCEAN')).toBeVisible()
    const card = page.getByRole('article').filter({ hasText: 'Gaussian process regression' })
    await expect(card.getByRole('region', { name: '2 confirmations' })).toBeVisible()
    const prompts = bob.wallet.prompts.length
    await card.getByRole('button', { name: 'Buy one token of Gaussian process regression' }).click()
    await expect(card.getByText('enough for a job')).toBeVisible()
    expect(bob.wallet.prompts.length - prompts).toBe(2)
    expect(approvals(bob, prompts)).toEqual([parseUnits('2.002', 18)])
    expect(before - (await balance())).toBe(parseUnits('2.002', 18))
  })

  await test.step('access to the dataset and four hours of a paid machine are bought as the job starts', async () => {
    await page.goto(`/compute?${choice}`)
    await page.getByRole('radio', { name: new RegExp(large) }).check()
    await expect(page.getByText(/^Yes[.,]/)).toBeVisible()
    await page.getByText(/things are in place$/).click()
    await expect(page.getByText(/OCEAN, which you hold\. You approve exactly that as you start/)).toBeVisible()
    await expect(page.getByRole('region', { name: '4 confirmations' })).toBeVisible()
    const before = await balance()
    const shown = await readAmounts(page)
    const { announced, prompts, first } = await starts(bob, page)
    const [approved = 0n, ...others] = approvals(bob, first)
    const spent = before - (await balance())
    expect(prompts).toBe(announced)
    expect(others).toEqual([])
    expect(approved).toBe(spent)
    // Some seconds' worth of machine time may pass between the quote that was shown and the one that is paid.
    const seconds = parseUnits('0.2', 18)
    for (const amount of [...shown.approved, shown.spent]) {
      expect(amount).toBeGreaterThan(spent - seconds)
      expect(amount).toBeLessThan(spent + seconds)
    }
    for (const spender of [...offer.datatokens, devnet.chain.contracts.FixedPrice])
      expect(await getAllowance(chain, { token: ocean, account, spender })).toBe(0n)
  })

  await test.step('a second run within that time pays nothing and asks nothing', async () => {
    await expect(page.getByRole('img', { name: 'Data + model' })).toBeVisible()
    const before = await balance()
    await page.goto(`/compute?${choice}&environment=${large}`)
    await expect(page.getByRole('region', { name: 'No confirmations needed' })).toBeVisible()
    await page.getByText(/things are in place$/).click()
    await expect(page.getByText(/nothing to pay\. The machine is paid for another 3 h/)).toBeVisible()
    expect(await starts(bob, page)).toMatchObject({ announced: 0, prompts: 0 })
    expect(await balance()).toBe(before)
  })
  await bob.context.close()
})

test('an order whose machine time is over is renewed, and one that is over is said to be', async ({
  browser,
  devnet,
  app,
}) => {
  const free: Pricing = { type: 'free' }
  const lasting = await preparesOffer(devnet, { pricing: { dataset: free, algorithm: free }, timeout: 3600 })
  const brief = await preparesOffer(devnet, { pricing: { dataset: free, algorithm: free }, timeout: 4 })
  const actor = createActor(devnet, devnet.actors.bob)
  let over = 0
  for (const { dataset, algorithm } of [lasting, brief]) {
    const draft = { datasets: [{ did: dataset }], algorithm: { did: algorithm }, environmentId: large, duration: 3 }
    const { validUntil } = await finishes(payForCompute(actor, { draft }))
    over = Math.max(over, validUntil, Math.ceil(Date.now() / 1000) + 4)
  }
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  await expect.poll(() => Date.now() / 1000 > over + 1).toBe(true)

  await test.step('only the machine is paid anew', async () => {
    await page.goto(`/compute?dataset=${lasting.dataset}&algorithm=${lasting.algorithm}&environment=${large}`)
    await expect(page.getByText(/^Yes[.,]/)).toBeVisible()
    const list = page.getByRole('region', { name: /\d+ confirmations?$/ })
    await expect(list.getByText('Renew the order for the compute fee')).toHaveCount(2)
    await expect(list.getByText('Take a free access token', { exact: false })).toHaveCount(0)
    const { announced, prompts } = await starts(bob, page)
    expect(prompts).toBe(announced)
  })

  await test.step('an order that has run out is named, and a new one is placed', async () => {
    await page.goto(`/compute?dataset=${brief.dataset}&algorithm=${brief.algorithm}&environment=${large}`)
    await expect(page.getByText(/^Yes[.,]/)).toBeVisible()
    await page.getByText(/things are in place$/).click()
    await expect(page.getByText(/An earlier order ran out .* ago\. You hold none/).first()).toBeVisible()
    const { announced, prompts } = await starts(bob, page)
    expect(prompts).toBe(announced)
  })
  await bob.context.close()
})

async function starts(person: Person, page: Page) {
  return test.step('starts the job', async () => {
    await expect(page.getByRole('button', { name: 'Start the job' })).toBeEnabled()
    const announced = await readAnnounced(page)
    const first = person.wallet.prompts.length
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(jobAddress)
    return { announced, prompts: person.wallet.prompts.length - first, first }
  })
}

/** What was approved to be taken, in order, since a prompt. */
function approvals({ wallet }: Person, since: number): bigint[] {
  return wallet.prompts.slice(since).flatMap(({ method, params }) => {
    if (method !== 'eth_sendTransaction') return []
    const [{ data }] = params as [{ to: Address; data: Hex }]
    if (!data.startsWith('0x095ea7b3')) return []
    const { args } = decodeFunctionData({ abi: erc20Abi, data })
    return [args?.[1] as bigint]
  })
}

/** What the list of confirmations says is approved, and what leaves the account. */
async function readAmounts(page: Page): Promise<{ approved: bigint[]; spent: bigint }> {
  const texts = await page
    .getByRole('region', { name: /\d+ confirmations?$/ })
    .getByRole('listitem')
    .allInnerTexts()
  const amount = (text: string) => parseUnits(/([\d,.]+) OCEAN/.exec(text)?.[1]?.replaceAll(',', '') ?? '0', 18)
  const isApproval = (text: string) => text.startsWith('Allow a contract')
  return {
    approved: texts.filter(isApproval).map(amount),
    spent: texts.filter((text) => !isApproval(text)).reduce((sum, text) => sum + amount(text), 0n),
  }
}
