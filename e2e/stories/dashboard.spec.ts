import { expect } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { isForEveryone } from '../fixtures/findFaults'
import { copiesJob, publishesPair, startsJob } from '../fixtures/jobs'
import { test } from '../fixtures/test'

const slow = `
import time
print("started", flush=True)
time.sleep(600)
`

test('Bob keeps two hundred jobs in view, stops one, and runs another again', async ({ browser, devnet, app }) => {
  const { url } = app
  const noise = {
    ...{ name: 'noise', type: 'text' as const, label: 'Noise', required: false, description: 'How much', default: '0' },
  }
  const pair = await publishesPair(devnet, {
    ...{ url, data: { name: 'Iris flowers', file: 'iris.csv' } },
    algorithm: { name: 'Line count', file: 'linecount.py', consumerParameters: [noise] },
  })
  const first = await startsJob(devnet, pair)
  await devnet.idle()
  copiesJob(devnet, { jobId: first, succeeded: 150, failed: 49 })

  const bob = await createPerson(browser, { name: 'Bob', devnet, url })
  const { page, context, wallet } = bob
  // What the operating system would show, where nobody looks.
  await context.addInitScript(() => {
    const told: string[] = []
    class Told {
      static permission = 'granted'
      constructor(title: string) {
        told.push(title)
      }
    }
    Object.assign(window, { told, Notification: Told })
  })
  const table = page.getByRole('table', { name: 'Your jobs' })
  const rows = table.getByRole('row')

  await test.step('they come in pages, counted by state, found by name', async () => {
    await page.goto('/monitor')
    await expect(page.getByRole('button', { name: 'All 200' })).toBeVisible()
    await expect(rows).toHaveCount(26)
    await page.getByRole('navigation', { name: 'Pages of jobs' }).getByRole('button', { name: 'Page 3' }).click()
    await expect(page).toHaveURL(/page=3/)
    await page.getByRole('button', { name: 'Failed 49' }).click()
    await expect(page.getByText('49 jobs', { exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByText('49 jobs', { exact: true })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Find a job by name or number' }).fill('nothing like it')
    await page.getByRole('button', { name: 'Show all jobs' }).click()
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first')
    await expect(page).toHaveURL(/sort=oldest/)
    await isForEveryone(page)
  })

  await test.step('one started elsewhere appears, is stopped, and its end is told behind another tab', async () => {
    await page.goto('/monitor')
    await startsJob(devnet, { dataset: pair.dataset, code: slow })
    await expect(page.getByRole('button', { name: 'On their way 1' })).toBeVisible()
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }))
    await page.getByRole('button', { name: 'Stop the job of own code' }).click()
    await expect(page.getByRole('button', { name: 'Stopped 1' })).toBeVisible()
    await expect(page).toHaveTitle(/^\(1\) /)
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual(['Stopped: own code'])
  })

  await test.step('one is started on the dataset’s page and ends there, with log and result', async () => {
    await page.goto(`/assets/${pair.dataset}?algorithm=${pair.algorithm}`)
    await page.getByRole('textbox', { name: 'Noise' }).fill('0.25')
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page.getByRole('heading', { name: 'Your job' })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Phases of the job' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Result', exact: true })).toBeVisible()
    await expect(page.getByRole('log', { name: 'Lines the algorithm printed' })).toContainText(
      pair.dataset.slice('did:op:'.length),
    )
    await isForEveryone(page)
  })

  await test.step('it is run again with everything it was told, and a change is named before it starts', async () => {
    await page.getByRole('link', { name: 'Open the job’s page' }).click()
    await page.getByRole('link', { name: 'Run again' }).click()
    const field = page.getByRole('textbox', { name: 'Noise' })
    await expect(field).toHaveValue('0.25')
    await expect(page.getByText('Nothing differs')).toBeVisible()
    await field.fill('0.5')
    const changes = page.getByRole('table', { name: 'What differs from the earlier job' })
    await expect(changes.getByRole('row', { name: 'noise' })).toContainText('0.25')
    await expect(changes.getByRole('row', { name: 'noise' })).toContainText('0.5')
    const before = wallet.prompts.length
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    expect(wallet.prompts.length - before).toBe(0)
    await expect(page.getByText('70 · Job finished')).toBeVisible()
  })

  await test.step('another device shows the same, and keeps showing it while the Provider is away', async () => {
    const elsewhere = await createPerson(browser, { name: 'Bob', devnet, url })
    await elsewhere.page.goto('/monitor')
    await expect(elsewhere.page.getByRole('button', { name: 'All 203' })).toBeVisible()
    await elsewhere.page.route(`${devnet.provider.url}/**`, (route) => route.abort())
    await expect(elsewhere.page.getByText(/does not answer$/)).toBeVisible()
    await expect(elsewhere.page.getByRole('button', { name: 'All 203' })).toBeVisible()
    await elsewhere.context.close()
  })
  await context.close()
})
