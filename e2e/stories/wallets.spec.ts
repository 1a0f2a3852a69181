import { type Page, expect as playwrightExpect } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { createChainControl } from '../fixtures/chainControl'
import { publishesFree } from '../fixtures/freeOffer'
import { test } from '../fixtures/test'

// What is waited for takes several turns of wallet, chain and services, on a machine that may be busy.
const expect = playwrightExpect.configure({ timeout: 90_000 })
const unfinished = 'This was started before and is not finished'
const goesOn = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Continue' }).click()

test('publishing survives a wallet that fails, a slow chain, a faster copy, a lost transaction and another account', async ({
  browser,
  devnet,
  app,
}) => {
  test.setTimeout(480_000)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page, wallet } = alice
  const chain = createChainControl(devnet)
  const { privateKey } = devnet.actors.alice
  const before = await chain.countTransactions(wallet.address)
  const carols = await chain.countTransactions(devnet.actors.carol.address)
  await test.step('Alice fills in both', async () => {
    await page.goto('/publish')
    await page.getByText('Both', { exact: true }).click()
    await page.getByRole('button', { name: 'Use the Branin example' }).click()
  })
  await test.step('her wallet fails before it has sent', async () => {
    wallet.fail(1)
    await page.getByRole('button', { name: 'Publish both' }).click()
    await expect(page.getByText('The wallet could not hand the transaction over')).toBeVisible()
    await expect(page.getByText('nothing is sent twice', { exact: false })).toBeVisible()
    expect(wallet.sent).toHaveLength(0)
  })
  await test.step('the chain is slow: loaded anew, the page waits for what was sent, and takes a faster copy of it', async () => {
    await chain.setAutomine(false)
    await goesOn(page)
    await expect(page.getByText('being mined', { exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByText(unfinished)).toBeVisible()
    await goesOn(page)
    await expect(page.getByText('being mined', { exact: true })).toBeVisible()
    expect(wallet.sent).toHaveLength(1)
    const faster = await chain.speedUp({ hash: wallet.sent[0] ?? '0x', privateKey })
    await chain.mine()
    await expect(page.getByText(faster.slice(2, 8), { exact: false }).first()).toBeVisible()
  })
  await test.step('the network forgets the second transaction, which Alice then sends again', async () => {
    await expect.poll(() => wallet.sent.length).toBe(2)
    await chain.drop(wallet.sent[1] ?? '0x')
    await expect(page.getByText('The network has dropped the transaction')).toBeVisible()
    await expect(page.getByText('What was done before stays good', { exact: false })).toBeVisible()
    await chain.setAutomine(true)
  })
  await test.step('while the third is being sent, she selects another account, which is never asked', async () => {
    const third = wallet.hold({ prompt: 2, as: 'confirmed' })
    await goesOn(page)
    await third.reached
    await wallet.selectAccount(1)
    const [asked, looks] = [wallet.prompts.length, wallet.seen.length]
    third.release()
    // Before the next confirmation the page looks which account is selected.
    await expect.poll(() => wallet.seen.slice(looks)).toContain('eth_accounts')
    await wallet.selectAccount(0)
    await expect(page.getByText('Another account is selected in your wallet')).toBeVisible()
    expect(wallet.prompts).toHaveLength(asked)
  })
  await test.step('back with her own account she goes on, and both are published, each once', async () => {
    await goesOn(page)
    await expect(page.getByRole('heading', { name: 'Both are published' })).toBeVisible()
    // One of the five prompts failed and one transaction was forgotten; four were mined.
    expect(await chain.countTransactions(wallet.address)).toBe(before + 4)
    expect(await chain.countTransactions(devnet.actors.carol.address)).toBe(carols)
  })
  await alice.context.close()
})

test('starting a job survives another network, a locked wallet and refusals at each confirmation', async ({
  browser,
  devnet,
  app,
}) => {
  test.setTimeout(480_000)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const offer = await publishesFree(alice)
  await alice.context.close()
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page, wallet } = bob
  const chain = createChainControl(devnet)
  const before = await chain.countTransactions(wallet.address)
  await page.goto(`/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`)
  await expect(page.getByText('Yes. Everything a job depends on is in place.')).toBeVisible()
  await test.step('Bob declines the first confirmation', async () => {
    wallet.reject(1)
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page.getByText('You declined the request in your wallet')).toBeVisible()
  })
  await test.step('he is on another network when the second is due, and is not asked there', async () => {
    const first = wallet.hold({ prompt: 1, as: 'confirmed' })
    await goesOn(page)
    await first.reached
    await wallet.switchChain(1)
    const asked = wallet.prompts.length
    first.release()
    await expect(page.getByText('Your wallet is on another network')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Wrong network' })).toBeVisible()
    expect(wallet.prompts).toHaveLength(asked)
  })
  await test.step('going on brings him back to the right network; he locks the wallet after the second', async () => {
    const second = wallet.hold({ prompt: 1, as: 'confirmed' })
    await goesOn(page)
    await second.reached
    await wallet.lock()
    const asked = wallet.prompts.length
    second.release()
    await expect(page.getByText('Connect a wallet to go on').first()).toBeVisible()
    expect(wallet.prompts).toHaveLength(asked)
  })
  await test.step('unlocked, the wallet is back by itself; he declines the signature, then gives it', async () => {
    const declined = page.getByText('You declined the request in your wallet')
    wallet.reject(1)
    await wallet.unlock()
    // Where the order was mined while the wallet was away, the page has stopped; otherwise it goes on by itself.
    await declined.waitFor({ timeout: 5_000 }).catch(() => goesOn(page))
    await expect(declined).toBeVisible()
    await goesOn(page)
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
  })
  await test.step('two orders were paid, no more', async () => {
    expect(await chain.countTransactions(wallet.address)).toBe(before + 2)
  })
  await bob.context.close()
})
