import { expect, type Page } from '@playwright/test'
import { parseUnits } from 'viem'
import type { Devnet } from '@/devnet/createDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { braninDataset, gaussianProcess } from '@/devnet/seed/tutorial'
import { getAccessOptions, getAsset, getMetadata, publishAsset } from '@/lib/ocean'
import { createPerson } from '../fixtures/actors'
import { finishes } from '../fixtures/finishes'
import type { FileHost } from '../fixtures/hostFiles'
import { test } from '../fixtures/test'

test('an owner changes description, services, price and state of an asset, each without touching the others', async ({
  browser,
  devnet,
  files,
  app,
}) => {
  const { dataset, algorithm, client } = await publishes(devnet, files)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page } = alice
  const indexed = () => getAsset(client, { did: dataset.did })

  await test.step('what was typed and not saved survives a reload, and can be undone', async () => {
    await page.goto(`/assets/${dataset.did}`)
    await opens(page, 'Description and details')
    const panel = inPart(page, 'Description and details')
    await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Points of a surface')
    await page.reload()
    await opens(page, 'Description and details')
    await expect(panel.getByText('Your changes from before are still here')).toBeVisible()
    await expect(panel.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Points of a surface')
    await panel.getByRole('button', { name: 'Undo the changes' }).click()
    await expect(panel.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Branin dataset')
    await expect(panel.getByRole('button', { name: 'Save the changes' })).toBeDisabled()
  })
  await test.step('a name that hides something, and none at all, are refused beside the field', async () => {
    const panel = inPart(page, 'Description and details')
    const name = panel.getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('gpj.\u202eexe')
    await expect(panel.getByText('It holds characters nobody sees')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Save the changes' })).toBeDisabled()
    await name.fill('   ')
    await expect(panel.getByText('This is needed.')).toBeVisible()
  })
  await test.step('Alice gives it a name and a description', async () => {
    const panel = inPart(page, 'Description and details')
    await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Points of a surface')
    await panel
      .getByRole('textbox', { name: 'Description', exact: true })
      .fill('# Points\n\n<img src=x onerror=alert(1)> of **Branin**')
    await panel.getByText('Preview', { exact: true }).click()
    await expect(panel.locator('strong', { hasText: 'Branin' })).toBeVisible()
    await expect(panel.locator('img')).toHaveCount(0)
    await saves(panel, 'Save the changes')
    await expect(page.getByRole('heading', { level: 1, name: 'Points of a surface' })).toBeVisible()
    expect(await indexed()).toMatchObject({
      metadata: { name: 'Points of a surface', license: 'CC0: PublicDomain' },
      nft: { state: 0 },
    })
  })
  await test.step('Alice changes name, time limit and options of the compute service', async () => {
    await opens(page, 'Compute options')
    const panel = inPart(page, 'Compute options')
    const service = panel.getByRole('region', { name: 'Service 2: Compute' })
    await service.getByLabel('Name of the service').fill('On the grid')
    await service.getByLabel('An order lasts').selectOption({ label: 'one week' })
    await service.getByRole('switch', { name: 'Let unpublished code run' }).check()
    await saves(panel, 'Save the changes')
    const [download, compute] = (await indexed()).services
    expect(download).toMatchObject({ name: 'Download service', timeout: 3600 })
    expect(compute).toMatchObject({
      ...{ name: 'On the grid', timeout: 604_800 },
      compute: {
        allowRawAlgorithm: true,
        allowNetworkAccess: false,
        publisherTrustedAlgorithms: [{ did: algorithm.did }],
      },
    })
  })
  await test.step('Alice names who may use it', async () => {
    await opens(page, 'Access lists')
    const panel = inPart(page, 'Access lists')
    const { address } = devnet.actors.bob
    const list = panel.getByLabel('Only these accounts', { exact: true }).and(page.locator('input'))
    await list.fill(`${address.toLowerCase().slice(0, -1)}`)
    await list.press('Enter')
    await expect(panel.getByText('This is not an address')).toBeVisible()
    await list.press('Backspace')
    await list.fill(address)
    await list.press('Enter')
    await saves(panel, 'Save the changes')
    expect((await indexed()).credentials).toEqual({ allow: [{ type: 'address', values: [address] }], deny: [] })
  })
  await test.step('Alice unlists it, and saving the allow-list leaves it unlisted', async () => {
    await opens(page, 'State')
    const panel = inPart(page, 'State')
    await panel.getByRole('radio', { name: 'Unlisted' }).check()
    await saves(panel, 'Change the state')
    expect((await indexed()).nft.state).toBe(5)
    await page.goto(`/allow?dataset=${dataset.did}`)
    await page.getByRole('button', { name: /^Remove Gaussian process/ }).click()
    await page.reload()
    await expect(page.getByText('Your changes from before are still here')).toBeVisible()
    await expect(page.getByText('will be removed')).toBeVisible()
    await page.getByText('Allowed publishers', { exact: true }).click()
    await page.getByLabel('Publisher’s address').fill(devnet.actors.alice.address)
    await page.getByRole('button', { name: 'Add publisher' }).click()
    await page.getByRole('button', { name: 'Save the list' }).click()
    await expect(page.getByText('The list is saved')).toBeVisible()
    const after = await indexed()
    expect(after.nft.state).toBe(5)
    expect((await getMetadata(client, { dataNft: dataset.dataNft })).state).toBe(5)
    expect(after.services[1]?.compute).toMatchObject({
      publisherTrustedAlgorithms: [],
      publisherTrustedAlgorithmPublishers: [expect.stringMatching(new RegExp(devnet.actors.alice.address, 'i'))],
    })
  })
  await test.step('Alice withdraws it and restores it', async () => {
    await page.goto(`/assets/${dataset.did}`)
    await opens(page, 'State')
    const panel = inPart(page, 'State')
    await panel.getByRole('radio', { name: 'Revoked' }).check()
    await panel.getByRole('button', { name: 'Change the state' }).click()
    await expect(page.getByText('The owner has withdrawn this asset')).toBeVisible()
    await page.reload()
    const restore = page.getByRole('region', { name: 'Restore it' })
    await restore.getByRole('radio', { name: 'Active' }).check()
    await restore.getByRole('button', { name: 'Change the state' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Points of a surface' })).toBeVisible()
    expect((await indexed()).nft.state).toBe(0)
  })
  await test.step('Alice puts the algorithm up for sale, changes the price and stops', async () => {
    const options = () =>
      getAccessOptions(client, { datatoken: algorithm.datatoken, account: devnet.actors.bob.address })
    await page.goto(`/assets/${algorithm.did}`)
    await opens(page, 'Price')
    const panel = inPart(page, 'Price')
    await panel.getByRole('radio', { name: 'Sell it at a fixed price' }).check()
    for (const [typed, said] of [
      ['-1', 'A price cannot be below zero'],
      ['1.0000000000000000001', 'The token knows 18 decimals'],
      ['1,5', 'Write a dot for decimals'],
    ] as const) {
      await panel.getByLabel(/^Price in/).fill(typed)
      await expect(panel.getByText(said)).toBeVisible()
      await expect(panel.getByRole('button', { name: 'Change the price' })).toBeDisabled()
    }
    await panel.getByLabel(/^Price in/).fill('2.5')
    await saves(panel, 'Change the price')
    const [rate] = (await options()).fixedRates
    expect(rate?.price).toBeGreaterThanOrEqual(parseUnits('2.5', 18))
    await panel.getByRole('radio', { name: 'Change the price' }).check()
    await panel.getByLabel(/^Price in/).fill('4')
    await saves(panel, 'Change the price')
    expect((await options()).fixedRates[0]?.price).toBeGreaterThanOrEqual(parseUnits('4', 18))
    await panel.getByRole('radio', { name: 'Stop selling it' }).check()
    await saves(panel, 'Change the price')
    expect((await options()).fixedRates).toEqual([])
    await panel.getByRole('radio', { name: 'Give it away' }).check()
    await saves(panel, 'Change the price')
    expect((await options()).dispenser).toBeDefined()
  })
  await alice.context.close()
})

test('when an algorithm’s file changes both sides are told in words, and its dataset’s owner repairs it with one press', async ({
  browser,
  devnet,
  files,
  app,
}) => {
  const { dataset, algorithm, client } = await publishes(devnet, files)
  const trusted = async () =>
    (await getAsset(client, { did: dataset.did })).services[1]?.compute?.publisherTrustedAlgorithms?.[0]
  const before = await trusted()
  files.serve('/gpr.py', { body: 'print("another program")\n', type: 'text/x-python' })
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const { page } = alice
  await test.step('the algorithm’s page says where it is refused now', async () => {
    await page.goto(`/assets/${algorithm.did}`)
    await expect(page.getByText('This algorithm has changed since some datasets allowed it')).toBeVisible()
    await expect(page.getByText('Branin dataset: the file changed, the image did not')).toBeVisible()
  })
  await test.step('so does the dataset’s page, which repairs it', async () => {
    await page.goto(`/assets/${dataset.did}`)
    const part = page.getByRole('region', { name: 'Who may run' })
    await expect(part.getByText('The algorithm’s file changed, its image did not')).toBeVisible()
    await expect(part.getByText('An algorithm you allowed has changed')).toBeVisible()
    await part.getByRole('button', { name: 'Repair 1 changed algorithm' }).click()
    await expect(part.getByText('unchanged since it was allowed')).toBeVisible()
    await expect(part.getByText('An algorithm you allowed has changed')).toBeHidden()
  })
  await test.step('the list holds the present content, pinned by one transaction', async () => {
    const after = await trusted()
    expect(after?.filesChecksum).not.toBe(before?.filesChecksum)
    expect(after?.containerSectionChecksum).toBe(before?.containerSectionChecksum)
    expect(alice.wallet.prompts.map(({ method }) => method)).toEqual(['eth_sendTransaction'])
  })
  await alice.context.close()
})

/** An algorithm and a dataset that trusts it, of Alice's, with files on a server of her own. */
async function publishes(devnet: Devnet, files: FileHost) {
  return test.step('Alice publishes an algorithm and a dataset that trusts it', async () => {
    files.serve('/branin.arff', { body: '@relation branin\n', type: 'text/plain' })
    files.serve('/gpr.py', { body: 'print("hello")\n', type: 'text/x-python' })
    const client = createActor(devnet, devnet.actors.alice)
    const pricing = { type: 'none' } as const
    const algorithm = await finishes(publishAsset(client, { draft: { ...gaussianProcess(files.url), pricing } }))
    const trustedAlgorithms = [{ did: algorithm.did }]
    const compute = { allowRawAlgorithm: false, allowNetworkAccess: false, trustedAlgorithms }
    const dataset = await finishes(publishAsset(client, { draft: { ...braninDataset(files.url), pricing, compute } }))
    return { dataset, algorithm, client }
  })
}

type Panel = ReturnType<Page['locator']>

const inPart = (page: Page, title: string): Panel => page.getByRole('group', { name: title, exact: true })

async function opens(page: Page, title: string): Promise<void> {
  await page.getByRole('region', { name: 'Yours to change' }).getByText(title, { exact: true }).first().click()
}

async function saves(panel: Panel, button: string): Promise<void> {
  await panel.getByRole('button', { name: button, exact: true }).click()
  await expect(panel.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
}
