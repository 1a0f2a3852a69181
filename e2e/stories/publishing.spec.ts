import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page, type Route } from '@playwright/test'
import { createActor } from '@/devnet/seed/createActor'
import { braninDataset } from '@/devnet/seed/tutorial'
import { getAccessOptions, getAsset, publishAsset } from '@/lib/ocean'
import { createPerson } from '../fixtures/actors'
import { finishes } from '../fixtures/finishes'
import { readAnnounced } from '../fixtures/freeOffer'
import type { FileHost } from '../fixtures/hostFiles'
import { test } from '../fixtures/test'

const hash = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'
const arweave = 'a'.repeat(43)
const hostile =
  '# Points\n\n<script>document.title = "taken"</script>\n\n[click](javascript:alert(1)) ![x](https://x.invalid/a.png) **bold**'

test('a publisher draws up a dataset from files of every kind, with services, parameters, lists and a price', async ({
  browser,
  devnet,
  files,
  app,
}) => {
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page } = alice
  const part = page.getByRole('region', { name: 'Dataset', exact: true })
  servesEverything(files)
  await test.step('each kind of file is looked at before anything is signed', async () => {
    await page.goto('/publish')
    await part.getByRole('textbox', { name: 'Name', exact: true }).fill('Points')
    const { Ocean } = devnet.chain.contracts
    await chooses(part, { kind: 'ipfs', location: hash })
    await isRead(part, { size: '8 bytes', type: 'text/csv' })
    await chooses(part, { kind: 'arweave', location: arweave })
    await isRead(part, { size: '9 bytes', type: 'text/plain' })
    await chooses(part, { kind: 'smartcontract', location: Ocean })
    await part
      .getByLabel('Function to read, as JSON')
      .fill('{"name":"symbol","inputs":[],"outputs":[{"type":"string"}],"stateMutability":"view"}')
    await isRead(part, { size: '7 bytes', type: 'application/json' })
    await chooses(part, { kind: 'graphql', location: `${files.url}/graph` })
    await part.getByRole('textbox', { name: 'Query', exact: true }).fill('{ points { x y } }')
    await isRead(part, { size: '11 bytes', type: 'application/json' })
    expect(files.requests.find(({ path }) => path === '/graph')?.body).toContain('{ points { x y } }')
    await chooses(part, { kind: 'url', location: `${files.url}/secret.csv` })
    await expect(part.getByText('The Provider cannot read it')).toBeVisible()
    await part.getByText('How it is asked for').click()
    await part.getByLabel('Method').selectOption('post')
    await part.getByRole('button', { name: 'Add a header' }).click()
    await part.getByLabel('Header name').fill('x-key')
    await part.getByLabel('Header value').fill('open sesame')
    await isRead(part, { size: '10 bytes', type: 'text/csv' })
    expect(alice.wallet.prompts).toEqual([])
  })
  await test.step('the description is shown as others will see it, and does nothing', async () => {
    await part.getByRole('textbox', { name: 'Description', exact: true }).fill(hostile)
    await part.getByText('Preview', { exact: true }).click()
    await expect(part.locator('strong', { hasText: 'bold' })).toBeVisible()
    await expect(part.locator('script, img, a[href^="javascript"]')).toHaveCount(0)
    await expect(page).not.toHaveTitle('taken')
    await part.getByText('Write', { exact: true }).click()
  })
  await test.step('Alice draws up details, services and parameters', async () => {
    await part.getByText('Details', { exact: true }).first().click()
    await adds(part, { to: 'Tags', entries: ['points', 'grid'] })
    await adds(part, { to: 'Links to samples', entries: [`${files.url}/sample.csv`] })
    await adds(part, { to: 'Only these accounts', entries: [devnet.actors.bob.address] })
    await part.getByRole('button', { name: 'Remove service 1' }).click()
    await expect(part.getByText('The data cannot be downloaded')).toBeVisible()
    await part.getByRole('region', { name: 'Service 1: Compute' }).getByLabel('Name of the service').fill('Whole grid')
    await part.getByRole('button', { name: 'Add a service' }).click()
    await page.getByRole('menuitem', { name: 'Download' }).click()
    const sample = part.getByRole('region', { name: 'Service 2: Download' })
    await sample.getByLabel('Name of the service').fill('Sample')
    await sample.getByLabel('An order lasts').selectOption({ label: 'one hour' })
    await sample.getByRole('switch', { name: 'A file of its own' }).check()
    await sample.getByLabel('Address of this service’s file').fill(`${files.url}/sample.csv`)
    await isRead(sample, { size: '6 bytes', type: 'text/csv' })
    await asks(part, 0, { name: 'rows', label: 'Rows', type: 'Number', preset: '10' })
    await asks(part, 1, { name: 'exact', label: 'Exact', type: 'Yes or no', preset: 'Yes' })
    await asks(part, 2, {
      name: 'speed',
      label: 'Speed',
      type: 'Choice',
      options: 'fast: Quick look\nfull: Everything',
      preset: 'Quick look',
    })
  })
  await test.step('Alice sets a price with a market fee', async () => {
    await part.getByRole('radio', { name: 'sold at a fixed price' }).check()
    await part.getByLabel('Price of one access').fill('2.5')
    await part.getByRole('button', { name: 'Use OCEAN' }).click()
    await part.getByLabel('Market fee in percent').fill('1')
    await part.getByLabel('Account the fee is for').fill(devnet.actors.carol.address)
  })
  await test.step('all of it is there after a reload', async () => {
    await page.reload()
    await expect(part.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Points')
    await expect(page.getByText('Saved in this browser')).toBeVisible()
    await part.getByText('Details', { exact: true }).first().click()
    await expect(part.getByLabel('Price of one access')).toHaveValue('2.5')
    await expect(
      part.getByRole('region', { name: 'Service 2: Download' }).getByLabel('Name of the service'),
    ).toHaveValue('Sample')
    await expect(part.getByLabel('Header value')).toHaveValue('open sesame')
  })
  await test.step('the document can be seen and kept before it is written, and so can the code', async () => {
    await page.getByText('What will be written on chain').click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as JSON' }).click()
    const document = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    expect(document).toMatchObject({
      metadata: { name: 'Points' },
      services: [{ type: 'compute' }, { type: 'access' }],
    })
    expect(JSON.stringify(document)).not.toContain('open sesame')
  })
  const did = await publishes(page, { what: 'dataset' })
  await test.step('the asset is what was drawn up', async () => {
    const client = createActor(devnet, devnet.actors.bob)
    const asset = await getAsset(client, { did })
    expect(asset).toMatchObject({
      metadata: { name: 'Points', description: hostile, tags: ['points', 'grid'], links: [`${files.url}/sample.csv`] },
      credentials: { allow: [{ type: 'address', values: [devnet.actors.bob.address] }], deny: [] },
      services: [
        {
          type: 'compute',
          name: 'Whole grid',
          timeout: 86_400,
          consumerParameters: [
            { name: 'rows', default: '10' },
            { name: 'exact', type: 'boolean', default: 'true' },
            {
              name: 'speed',
              type: 'select',
              default: 'fast',
              options: '[{"fast":"Quick look"},{"full":"Everything"}]',
            },
          ],
        },
        { type: 'access', name: 'Sample', timeout: 3_600 },
      ],
    })
    const [first, second] = asset.services
    expect(first?.datatokenAddress).toBe(second?.datatokenAddress)
    expect(first?.files).not.toBe(second?.files)
    const { fixedRates } = await getAccessOptions(client, {
      datatoken: first?.datatokenAddress ?? '0x',
      account: devnet.actors.bob.address,
    })
    expect(fixedRates[0]?.price).toBeGreaterThan(25n * 10n ** 17n)
  })
  await alice.context.close()
})

test('whatever a stranger types wrong is said beside its field, and nothing is signed', async ({
  browser,
  devnet,
  app,
}) => {
  const seller = createActor(devnet, devnet.actors.carol)
  const other = await finishes(publishAsset(seller, { draft: braninDataset(`${app.url}/samples`) }))
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page } = alice
  const part = page.getByRole('region', { name: 'Dataset', exact: true })
  await page.goto('/publish')
  await test.step('nothing at all', async () => {
    await page.getByRole('button', { name: 'Publish the dataset' }).click()
    await expect(page.getByText('3 fields need attention.')).toBeVisible()
    await expect(part.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  })
  await test.step('addresses of files', async () => {
    for (const [location, said] of [
      ['javascript:alert(1)', 'Only http and https are fetched'],
      ['file:///etc/passwd', 'Only http and https are fetched'],
      ['data:text/plain,a', 'Only http and https are fetched'],
      ['my file', 'This is not a web address'],
      ['https://me:secret@example.org/a', 'Take name and password out'],
      [`https://example.org/${'a'.repeat(2_000)}`, 'The address is too long'],
    ] as const) {
      await part.getByLabel('Address of the file').fill(location)
      await expect(part.getByText(said)).toBeVisible()
    }
  })
  await test.step('names', async () => {
    for (const [name, said] of [
      ['a\u202eb', 'It holds characters nobody sees'],
      ['a'.repeat(151), 'This is too long: 150 characters at most.'],
      ['   ', 'This is needed.'],
    ] as const) {
      await part.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
      await expect(part.getByText(said).first()).toBeVisible()
    }
    await part.getByRole('textbox', { name: 'Name', exact: true }).fill('数据 بيانات 👩‍🔬')
    await expect(part.getByRole('textbox', { name: 'Name', exact: true })).not.toHaveAttribute('aria-invalid', 'true')
  })
  await test.step('lists', async () => {
    await part.getByText('Details', { exact: true }).first().click()
    const { address } = devnet.actors.bob
    const swapped = address.replace(/[a-f]/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    for (const [to, entry, said] of [
      ['Links to samples', 'javascript:alert(1)', 'Only http and https are fetched'],
      ['Only these accounts', '0x12', 'This is not an address'],
      ['Only these accounts', swapped, 'its capitals do not fit'],
      ['Not these accounts', `0x${'0'.repeat(40)}`, 'The zero address is nobody’s'],
      ['Allowed algorithms', 'did:op:12', 'this is no DID'],
      ['Allowed algorithms', `did:op:${'0'.repeat(64)}`, 'the index of this network does not know this asset'],
      ['Allowed algorithms', other.did, 'this is a dataset'],
    ] as const) {
      await adds(part, { to, entries: [entry] })
      await expect(part.getByText(said).last()).toBeVisible()
      await input(part, to).press('Backspace')
    }
    await adds(part, { to: 'Only these accounts', entries: [address] })
    await adds(part, { to: 'Not these accounts', entries: [address] })
    await expect(part.getByText('this is on both lists')).toBeVisible()
  })
  await test.step('prices', async () => {
    await part.getByRole('radio', { name: 'sold at a fixed price' }).check()
    for (const [price, said] of [
      ['-1', 'A price cannot be below zero'],
      ['0', 'A price is greater than zero'],
      ['1,5', 'Write a dot for decimals'],
      ['1.0000000000000000001', 'The token knows 18 decimals'],
    ] as const) {
      await part.getByLabel('Price of one access').fill(price)
      await expect(part.getByText(said)).toBeVisible()
    }
    await part.getByLabel('Token it is paid in').fill(devnet.actors.bob.address)
    await expect(part.getByText('There is no token at this address')).toBeVisible()
  })
  await test.step('the draft can be discarded', async () => {
    expect(alice.wallet.prompts).toEqual([])
    page.once('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Discard the draft' }).click()
    await expect(part.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('')
    await page.reload()
    await expect(part.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('')
  })
  await alice.context.close()
})

test('one transaction publishes where that is asked for, and two where somebody else was faster', async ({
  browser,
  devnet,
  files,
  app,
}) => {
  servesEverything(files)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page, wallet } = alice
  await test.step('an algorithm in an image of her own is published, and Alice is asked once, as announced', async () => {
    const part = page.getByRole('region', { name: 'Algorithm', exact: true })
    await fillsExample(page, 'An algorithm')
    await part.getByLabel('Runs in').selectOption({ label: 'My own image' })
    for (const [field, wrong, said, right] of [
      ['Image', 'https://hub.docker.com/algo', 'without tag and without https://', 'oceanprotocol/algo_dockers'],
      ['Tag', 'a b', 'A tag is letters', 'python-branin'],
      ['Entry point', 'python', 'It must contain $ALGO', 'python $ALGO'],
      ['Checksum of the image', 'sha256:12', 'It must be sha256: and 64', `sha256:${'8'.repeat(64)}`],
    ] as const) {
      const box = part.getByRole('textbox', { name: field, exact: true })
      await box.fill(wrong)
      await expect(part.getByText(said)).toBeVisible()
      await box.fill(right)
      await expect(part.getByText(said)).toBeHidden()
    }
    await expect(part.getByText('The description of the image is complete')).toBeVisible()
    await page.getByRole('switch', { name: 'Publish in one transaction' }).check()
    await expect(page.getByRole('region', { name: '1 confirmation', exact: true })).toBeVisible()
    expect(await readAnnounced(page)).toBe(1)
    await publishes(page, { what: 'algorithm' })
    expect(wallet.prompts).toHaveLength(1)
  })
  await test.step('somebody publishes in the moment between, which is noticed before hers is signed, and two are asked', async () => {
    await page.getByRole('button', { name: 'Publish something else' }).click()
    await fillsExample(page, 'A dataset')
    await page.getByRole('switch', { name: 'Publish in one transaction' }).check()
    await expect(page.getByRole('region', { name: '1 confirmation', exact: true })).toBeVisible()
    const carol = createActor(devnet, devnet.actors.carol)
    const encrypting = (url: URL) => url.pathname.endsWith('/encrypt')
    const overtakes = async (route: Route) => {
      await finishes(publishAsset(carol, { draft: braninDataset(files.url) }))
      await route.continue()
    }
    await page.route(encrypting, overtakes, { times: 1 })
    await page.getByRole('button', { name: 'Publish the dataset' }).click()
    await expect(page.getByRole('heading', { name: 'The dataset is published' })).toBeVisible()
    expect(wallet.prompts).toHaveLength(1 + 2)
  })
  await alice.context.close()
})

function servesEverything(files: FileHost): void {
  const csv = 'text/csv'
  files.serve(`/ipfs/${hash}`, { body: 'x,y\n1,2\n', type: csv })
  files.serve(`/${arweave}`, { body: 'from afar', type: 'text/plain' })
  files.serve('/graph', { body: '{"data":{}}', type: 'application/json', method: 'POST' })
  files.serve('/secret.csv', { body: 'x,y,z\n1,2,', type: csv, method: 'POST', headers: { 'x-key': 'open sesame' } })
  files.serve('/sample.csv', { body: 'x,y\n1,', type: csv })
  files.serve('/branin.arff', { body: '@relation a\n' })
}

async function chooses(part: Locator, { kind, location }: { kind: string; location: string }): Promise<void> {
  await part.getByLabel('Kind of address').selectOption(kind)
  const labels: Record<string, string> = {
    url: 'Address of the file',
    ipfs: 'IPFS content identifier',
    arweave: 'Arweave transaction',
    graphql: 'GraphQL endpoint',
    smartcontract: 'Contract address',
  }
  await part.getByLabel(labels[kind] ?? '').fill(location)
}

async function isRead(part: Locator, { size, type }: { size: string; type: string }): Promise<void> {
  const found = part.getByRole('status').filter({ hasText: 'The Provider can read it' }).filter({ hasText: type })
  await expect(found).toContainText(`Size: ${size}`)
  await expect(found).toContainText(/SHA-256:\s*[0-9a-f]{6}/)
}

/** The box of a list, not the suggestions below it that bear the same name. */
const input = (part: Locator, label: string) =>
  part.getByLabel(label, { exact: true }).and(part.page().locator('input'))

async function adds(part: Locator, { to, entries }: { to: string; entries: readonly string[] }): Promise<void> {
  const field = input(part, to)
  for (const entry of entries) {
    await field.fill(entry)
    await field.press('Enter')
  }
}

type Question = { name: string; label: string; type: string; options?: string; preset: string }

async function asks(part: Locator, index: number, { name, label, type, options, preset }: Question): Promise<void> {
  await part.getByRole('button', { name: 'Add a parameter' }).click()
  await part.getByLabel('Name in the code').nth(index).fill(name)
  await part.getByRole('textbox', { name: 'Label', exact: true }).nth(index).fill(label)
  await part.getByLabel('Type', { exact: true }).nth(index).selectOption({ label: type })
  if (options) await part.getByLabel('Choices').fill(options)
  const field = part.getByLabel('Preset value').nth(index)
  if (type === 'Number' || type === 'Text') await field.fill(preset)
  else await field.selectOption({ label: preset })
}

async function fillsExample(page: Page, what: string): Promise<void> {
  await page.goto('/publish')
  await page.getByText(what, { exact: true }).click()
  await page.getByRole('button', { name: 'Use the Branin example' }).click()
  await page.getByText('Fewer confirmations', { exact: true }).click()
}

async function publishes(page: Page, { what }: { what: 'dataset' | 'algorithm' }): Promise<string> {
  return test.step(`the ${what} is published`, async () => {
    await page.getByRole('button', { name: `Publish the ${what}` }).click()
    await expect(page.getByRole('heading', { name: `The ${what} is published` })).toBeVisible()
    const href = await page.getByRole('link', { name: 'Open its page' }).getAttribute('href')
    return decodeURIComponent(href?.split('/').at(-1) ?? '')
  })
}
