import { expect } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { preparesOffer } from '../fixtures/preparesOffer'
import { test } from '../fixtures/test'

const nowhere = `did:op:${'0'.repeat(64)}`

test('every choice is in the address, survives a reload, and can be taken back', async ({ browser, devnet, app }) => {
  const offer = await preparesOffer(devnet, {
    consumerParameters: [
      ...[
        {
          name: 'degree',
          type: 'number' as const,
          label: 'Degree',
          required: true,
          description: 'Of the polynomial',
          default: '2',
        },
      ],
      ...[
        {
          name: 'apiToken',
          type: 'text' as const,
          label: 'Access code',
          required: false,
          description: 'For the log',
          default: '',
        },
      ],
    ],
  })
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  const cards = page.getByRole('article')
  const start = page.getByRole('button', { name: 'Start the job' })

  await test.step('search and filters are in the address, and the browser goes back and forth between them', async () => {
    await page.goto('/assets')
    await expect(cards).toHaveCount(2)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
    await page.keyboard.type('branin')
    await expect(page).toHaveURL(/q=branin/)
    await expect(cards).toHaveCount(1)
    await page.getByRole('searchbox', { name: 'Search' }).fill('')
    await expect(cards).toHaveCount(2)
    await page.getByText('Algorithms', { exact: true }).click()
    await expect(page).toHaveURL(/type=algorithm/)
    await expect(cards).toHaveCount(1)
    await page.getByRole('combobox', { name: 'Price' }).selectOption('paid')
    await expect(page.getByText('Nothing matches', { exact: true })).toBeVisible()
    await page.goBack()
    await expect(cards).toHaveCount(1)
    await page.goBack()
    await expect(cards).toHaveCount(2)
    await page.goForward()
    await expect(cards).toHaveCount(1)
    await page.reload()
    await expect(cards).toHaveCount(1)
    await expect(cards.getByText('free, and paid ones')).toHaveCount(0)
  })

  await test.step('an asset the index does not know is told from an index that is away', async () => {
    await page.goto(`/assets/${nowhere}`)
    await expect(page.getByText('The index does not know this asset')).toBeVisible()
    await expect(page.getByText('The index does not answer')).toHaveCount(0)
  })

  await test.step('what was chosen and typed on a dataset’s page is there after a reload', async () => {
    await page.goto(`/assets/${offer.dataset}`)
    await page.getByRole('button', { name: /^Gaussian process regression/ }).click()
    await expect(page).toHaveURL(new RegExp(`algorithm=${offer.algorithm}`))
    const degree = page.getByRole('textbox', { name: 'Degree' })
    await expect(degree).toHaveValue('2')
    await degree.fill('7')
    await page.getByRole('textbox', { name: 'Access code' }).fill('hush')
    await expect(start).toBeEnabled()
    await page.reload()
    await expect(page.getByText('What you had chosen is here again')).toBeVisible()
    await expect(degree).toHaveValue('7')
    await expect(page.getByRole('textbox', { name: 'Access code' })).toHaveValue('')
    await page.getByRole('button', { name: 'Back to the defaults' }).click()
    await expect(degree).toHaveValue('2')
  })

  await test.step('a link carries everything but secrets', async () => {
    const link = `/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`
    await page.goto(`${link}&environment=ocean-compute-large&code.degree=5&code.apiToken=hush`)
    await expect(page.getByRole('textbox', { name: 'Degree' })).toHaveValue('5')
    await expect(page.getByRole('textbox', { name: 'Access code' })).toHaveValue('')
    await expect(page.getByRole('radio', { name: /ocean-compute-large/ })).toBeChecked()
    await page.getByRole('textbox', { name: 'Degree' }).fill('many')
    await expect(start).toBeDisabled()
    await expect(page.getByText('This has to be a number.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Degree' }).fill('6')
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Degree' })).toHaveValue('6')
  })

  await test.step('the button waits until the confirmations are counted', async () => {
    const faults = `${devnet.provider.url}/devnet/faults`
    await page.request.put(faults, { data: { slowProvider: true } })
    await page.goto(`/compute?dataset=${offer.dataset}&algorithm=${offer.algorithm}`)
    await expect(page.getByText('One moment: the confirmations are being counted.')).toBeVisible()
    await expect(start).toBeDisabled()
    await page.request.put(faults, { data: { slowProvider: false } })
    await expect(page.getByRole('region', { name: '3 confirmations' })).toBeVisible()
    await expect(start).toBeEnabled()
  })

  await test.step('numbers are written as the chosen language does', async () => {
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
    await expect(page.getByText(/etwa [\d.]+ Gas/).first()).toBeVisible()
  })
  await bob.context.close()
})
