import { expect, type Page } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { countPixels } from '../fixtures/countPixels'
import { isForEveryone } from '../fixtures/findFaults'
import { publishesPair, startsJob } from '../fixtures/jobs'
import { test } from '../fixtures/test'

const branin = `
import numpy, pickle
x, y = numpy.meshgrid(numpy.linspace(-5, 10, 15), numpy.linspace(0, 15, 15))
z = (y - 5.1 / (4 * numpy.pi**2) * x**2 + 5 / numpy.pi * x - 6) ** 2 + 10 * (1 - 1 / (8 * numpy.pi)) * numpy.cos(x) + 10
pickle.dump(z + numpy.random.default_rng(1).normal(0, 12, z.shape), open("/data/outputs/result", "wb"))
`
const table = (change: string) => `
import json, os, pandas
flowers = pandas.read_csv("data/inputs/" + json.loads(os.environ["DIDS"])[0] + "/0")
${change}
flowers.to_csv("/data/outputs/flowers.csv", index=False)
`
const inverted = `
import json, os
from PIL import Image, ImageOps
ImageOps.invert(Image.open("data/inputs/" + json.loads(os.environ["DIDS"])[0] + "/0").convert("L")).save("/data/outputs/inverted.png")
`
const hostile = `
import os, pickle
class Hostile:
    def __reduce__(self):
        return os.system, ("touch /tmp/owned",)
pickle.dump(Hostile(), open("/data/outputs/result", "wb"))
`

test('Bob looks at images, class maps, tables, plots and failures, and puts results side by side', async ({
  browser,
  devnet,
  app,
}) => {
  const { url } = app
  const iris = { name: 'Iris flowers', file: 'iris.csv' }
  const pictures = await publishesPair(devnet, {
    ...{ url, data: { name: 'Peppers', file: 'peppers.png' }, algorithm: { name: 'Grey-scale', file: 'grayscale.py' } },
  })
  const flowers = await publishesPair(devnet, {
    ...{ url, data: iris, algorithm: { name: 'Logistic regression', file: 'iris.py' } },
  })
  const points = await publishesPair(devnet, {
    ...{ url, data: { name: 'Branin', file: 'branin.arff' }, algorithm: { name: 'Gaussian process', file: 'gpr.py' } },
  })
  const lines = await publishesPair(devnet, {
    ...{ url, data: iris, algorithm: { name: 'Line count', file: 'linecount.py' } },
  })
  const broken = await publishesPair(devnet, {
    ...{ url, data: iris, algorithm: { name: 'Failing on purpose', file: 'failing.py' } },
  })
  const jobs = {
    grey: await startsJob(devnet, pictures),
    classes: await startsJob(devnet, flowers),
    model: await startsJob(devnet, points),
    count: await startsJob(devnet, lines),
    failed: await startsJob(devnet, broken),
  }
  await devnet.idle()
  const more = {
    noisy: await startsJob(devnet, { dataset: points.dataset, code: branin }),
    inverted: await startsJob(devnet, { dataset: pictures.dataset, code: inverted }),
    table: await startsJob(devnet, { dataset: flowers.dataset, code: table('') }),
    hostile: await startsJob(devnet, { dataset: broken.dataset, code: hostile }),
  }
  await devnet.idle()
  const longer = await startsJob(devnet, { dataset: flowers.dataset, code: table('flowers.petal_length += 1') })
  await devnet.idle()

  const bob = await createPerson(browser, { name: 'Bob', devnet, url })
  const { page } = bob
  const opens = async (jobId: string, hash = '') => {
    // Another query makes it another page: a hash alone would load nothing.
    await page.goto(`/monitor/${jobId}?owner=${bob.wallet.address}${hash}`)
    await expect(page.getByRole('heading', { name: 'Facts' })).toBeVisible()
  }

  await test.step('what failed is explained, with its last lines, and tried again without paying again', async () => {
    await page.goto('/monitor')
    await page.getByRole('button', { name: 'Failed 1' }).click()
    await page.getByRole('link', { name: 'Failing on purpose', exact: true }).click()
    const notice = page.getByRole('main')
    await expect(notice.getByText('The algorithm stopped with an error')).toBeVisible()
    await expect(notice.getByText('Who can fix it')).toBeVisible()
    await page.getByRole('button', { name: 'Open with one signature' }).click()
    await expect(notice.getByText('RuntimeError: This algorithm fails on purpose.').first()).toBeVisible()
    await isForEveryone(page)
    await page.getByRole('link', { name: 'Run again' }).click()
    await expect(page.getByText('Like an earlier job')).toBeVisible()
    await expect(page.getByText('Nothing differs')).toBeVisible()
    await expect(page.getByRole('region', { name: 'No confirmations needed' })).toBeVisible()
  })
  expect(bob.wallet.prompts).toHaveLength(1)

  await test.step('the grey picture is shown, and read pixel by pixel from the keyboard', async () => {
    await opens(jobs.grey)
    const picture = page.getByRole('img', { name: 'Image grayscale.png, 256 by 256 pixels' })
    await expect.poll(async () => (await countPixels(page, await picture.screenshot())).colours).toBeGreaterThan(50)
    await picture.press('ArrowRight')
    await picture.press('ArrowDown')
    await expect(page.getByText(/^Column 0, row 1: red (\d+), green \1, blue \1$/)).toBeVisible()
    await picture.press('+')
    await expect(page.getByText('300 %')).toBeVisible()
  })

  await test.step('two pictures are put side by side, with the pixels that differ', async () => {
    await puts(page, 'own code on Peppers')
    await expect(page.getByText(/of 65,536 pixels differ/)).toBeVisible()
    await expect(page.getByRole('img', { name: /^Where .* differs from this job$/ })).toBeVisible()
  })

  await test.step('the class map has its classes and axes by name', async () => {
    await opens(jobs.classes)
    const map = page.getByRole('img', { name: 'result', exact: true })
    await expect(map).toHaveAccessibleDescription(/setosa \d+\.\d %/)
    await map.press('ArrowRight')
    await expect(page.getByText(/^setosa at petal length [\d.]+, petal width/)).toBeVisible()
    await isForEveryone(page)
  })

  await test.step('a line of the log has an address, which opens the page at it', async () => {
    await page.getByRole('link', { name: 'Line 2', exact: true }).click()
    await expect(page).toHaveURL(/#L2$/)
    await opens(jobs.count, '#L1')
    await expect(page.getByRole('button', { name: 'Link to line 1' })).toBeVisible()
    await page.keyboard.press('/')
    await expect(page.getByRole('textbox', { name: 'Search the log' })).toBeFocused()
    await page.keyboard.type(lines.dataset.slice('did:op:'.length, 20))
    await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
  })

  await test.step('a model and a worse one differ, as a map and in numbers', async () => {
    await opens(jobs.model)
    await expect(page.getByRole('img', { name: 'Data + model' })).toBeVisible()
    await puts(page, 'own code on Branin')
    await expect(page.getByText(/225 of 225 values differ/)).toBeVisible()
    const difference = page.getByRole('img', { name: /minus this job$/ })
    await expect.poll(async () => (await countPixels(page, await difference.screenshot())).colours).toBeGreaterThan(50)
    await isForEveryone(page)
  })

  await test.step('a table is sorted and counted, and compared with another', async () => {
    await opens(more.table)
    const values = page.getByRole('table', { name: 'Values of flowers.csv' })
    await values.getByRole('button', { name: 'petal_length' }).press('Enter')
    await expect(values.getByRole('columnheader', { name: 'petal_length' })).toHaveAttribute('aria-sort', 'ascending')
    await page.getByRole('tab', { name: 'Columns' }).click()
    await expect(page.getByRole('row', { name: /^species/ })).toContainText('setosa (50)')
    await puts(page, 'own code on Iris flowers')
    await expect(page.getByText(/150 of 750 cells differ/)).toBeVisible()
    await expect(
      page.getByRole('table', { name: /beside this job$/ }).getByRole('row', { name: /^petal_length/ }),
    ).toContainText('150')
  })

  await test.step('a file that asks for code is described and never run', async () => {
    await opens(more.hostile)
    await page.getByRole('tab', { name: 'What is in the file' }).click()
    await expect(page.getByRole('row', { name: /posix\.system/ })).toContainText('not run, only described')
  })

  await test.step('the receipt names what ran, and is printed alone', async () => {
    await page.evaluate(() => Object.assign(window, { print: () => undefined }))
    await page.getByText('Receipt', { exact: true }).click()
    await page.getByRole('button', { name: 'Print' }).click()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: 'Receipt', level: 1 })).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('others see how it goes, not what came out; and nobody sees a job that is none', async () => {
    const { page: other, context } = await createPerson(browser, { name: 'Alice', devnet, url })
    await other.goto(`/monitor/${longer}?owner=${bob.wallet.address}`)
    await expect(other.getByText('Its logs and results are its owner’s.')).toBeVisible()
    await expect(other.getByText('70 · Job finished')).toBeVisible()
    await expect(other.getByRole('button', { name: 'Open with one signature' })).toBeHidden()
    await other.goto(`/monitor/${'0'.repeat(32)}`)
    await expect(other.getByText('No such job')).toBeVisible()
    await context.close()
  })
  expect(bob.wallet.prompts).toHaveLength(1)
  await bob.context.close()
})

/** Puts the newest job of a name beside the one that is shown. */
async function puts(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose jobs' }).click()
  await page.getByRole('checkbox', { name }).first().check()
}
