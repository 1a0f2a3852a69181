import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { allows, createPerson, mints, publishes, readBudget } from '../fixtures/actors'
import { countPixels } from '../fixtures/countPixels'
import { test } from '../fixtures/test'

test('Alice publishes and allows, Bob computes, and sees the model over the data', async ({
  browser,
  devnet,
  app,
}, info) => {
  const violations: string[] = []
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const dataset = await publishes(alice, 'dataset')
  const algorithm = await publishes(alice, 'algorithm')
  for (const published of [dataset, algorithm]) expect(published.prompts).toBe(published.announced)
  await allows(alice, { algorithm, on: dataset })
  await mints(alice, { to: devnet.actors.bob.address, tokens: 5, of: [dataset, algorithm] })
  await alice.context.close()

  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  await test.step('Bob finds his tokens', async () => {
    await page.goto(`/acquire?dataset=${dataset.did}&algorithm=${algorithm.did}`)
    await expect(page.getByText('You hold what a job needs')).toBeVisible()
  })
  await test.step('Bob starts a job, asked exactly as often as announced', async () => {
    await page.goto(`/compute?dataset=${dataset.did}&algorithm=${algorithm.did}`)
    await expect(page.getByText('Yes. Everything a job depends on is in place.')).toBeVisible()
    const announced = await readBudget(page)
    const before = bob.wallet.prompts.length
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    expect(bob.wallet.prompts.length - before).toBe(announced)
    expect(announced).toBeLessThanOrEqual(3)
  })
  await test.step('Bob watches it end, without touching anything', async () => {
    await expect(
      page
        .getByText('70 · Job finished')
        .or(page.getByText('Done', { exact: true }))
        .first(),
    ).toBeVisible({ timeout: 90_000 })
  })
  await test.step('Bob sees the plot, really painted', async () => {
    const plot = page.getByRole('img', { name: 'Data + model' })
    await expect(plot).toBeVisible()
    await expect
      .poll(async () => (await countPixels(page, await plot.screenshot())).red, { message: 'red points on the canvas' })
      .toBeGreaterThan(200)
    writeFileSync(info.outputPath('result.png'), await page.screenshot({ fullPage: true }))
  })
  await test.step('the numbers in the page are the algorithm’s own', async () => {
    const save = async (item: string) => {
      await page.getByRole('button', { name: 'Save', exact: true }).first().click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ])
      return readFileSync(await download.path())
    }
    const csv = (await save('The numbers as CSV')).toString('utf8')
    const file = info.outputPath('result.pickle')
    writeFileSync(file, await save('The file as it is'))
    const python = 'import json, pickle, sys; print(json.dumps(pickle.load(open(sys.argv[1], "rb")).ravel().tolist()))'
    const expected = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', python, file], { encoding: 'utf8' }),
    ) as number[]
    expect(expected).toHaveLength(225)
    const shown = csv.match(/-?\d+\.\d+(?:e[+-]?\d+)?/g)?.map(Number) ?? []
    for (const value of expected) expect(shown).toContain(value)
  })
  expect(violations).toEqual([])
  await bob.context.close()
})
