import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { roles } from '../../chain/accounts'
import type { ProviderFee } from '../providerFee'
import { createWorld, type Published, toTuple, type World } from '../tests/createWorld'

let world: World
let asset: Published
let bob: string

beforeAll(async () => {
  world = await createWorld()
  bob = world.accountOf(roles.bob).address
  world.serveText('/data.csv', 'a,b\n1,2\n')
  asset = await world.publish({ services: [{}, { timeout: 60 }] })
})
afterAll(() => world.close())

async function quote(
  target: Published,
  serviceId = '0',
  more: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const query = new URLSearchParams({ documentId: target.did, serviceId, consumerAddress: bob, ...more })
  return (await world.request(`/api/services/initialize?${query}`)).json()
}

async function feeOf(target: Published, serviceId = '0'): Promise<ProviderFee> {
  return (await quote(target, serviceId)).providerFee as ProviderFee
}

type DownloadOptions = { headers?: Record<string, string>; nonce?: string; serviceId?: string; fileIndex?: string }

async function download(target: Published, transferTxId: string, { headers = {}, ...more }: DownloadOptions = {}) {
  const signed = await world.sign(roles.bob, [target.did], more.nonce)
  const query = new URLSearchParams({
    ...{ documentId: target.did, serviceId: '0', consumerAddress: bob, transferTxId, fileIndex: '0' },
    ...signed,
    ...more,
  })
  return world.request(`/api/services/download?${query}`, { headers })
}

describe('an order', () => {
  test('with the quoted fee is accepted by the contract and unlocks the download', async () => {
    const order = await world.order({ asset, fee: await feeOf(asset) })
    const response = await download(asset, order)
    expect(await response.text()).toBe('a,b\n1,2\n')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe('attachment;filename=data.csv')
    expect(response.headers.get('access-control-expose-headers')).toBe('Content-Disposition')
    expect(response.headers.get('content-length')).toBeNull()
    expect(await quote(asset, '0', { transferTxId: order })).toEqual({ validOrder: order })
  })

  test('of one service is none of another that shares its datatoken', async () => {
    const order = await world.order({ asset, fee: await feeOf(asset) })
    expect(await (await download(asset, order, { serviceId: '1' })).json()).toEqual({
      error: expect.stringContaining('could not be validated due to error: Cannot find the ProviderFee'),
    })
  })

  test('by somebody else is refused', async () => {
    const order = await world.order({ asset, fee: await feeOf(asset), by: roles.carol })
    expect(await (await download(asset, order)).json()).toEqual({
      error: expect.stringContaining('is not the consumer/payer'),
    })
  })

  test('with a fee signed by somebody else is refused', async () => {
    const fee = await feeOf(asset)
    const other = world.accountOf(roles.carol)
    const { hashProviderFee } = await import('../providerFee')
    const terms = { ...toTuple(fee), providerFeeAddress: other.address }
    const signature = await other.signMessage({ message: { raw: hashProviderFee(terms) } })
    const forged = {
      ...fee,
      providerFeeAddress: other.address,
      r: signature.slice(0, 66) as `0x${string}`,
      s: `0x${signature.slice(66, 130)}` as const,
      v: Number.parseInt(signature.slice(130), 16),
    }
    const order = await world.order({ asset, fee: forged })
    expect(await (await download(asset, order)).json()).toEqual({
      error: expect.stringContaining('was not signed by this provider'),
    })
  })

  test('whose service has timed out has expired, and a reuse makes it young again', async () => {
    const order = await world.order({ asset, fee: await feeOf(asset, '1'), serviceIndex: 1 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    try {
      expect(await (await download(asset, order, { serviceId: '1' })).json()).toEqual({
        error: expect.stringContaining('The order has expired'),
      })
      expect(await quote(asset, '1', { transferTxId: order })).not.toHaveProperty('validOrder')
    } finally {
      vi.useRealTimers()
    }
    const hash = await world.walletOf(roles.bob).writeContract({
      ...{ address: asset.datatoken, abi: datatokenAbi, functionName: 'reuseOrder' },
      args: [order, toTuple(await feeOf(asset, '1'))],
    })
    await world.client.waitForTransactionReceipt({ hash })
    expect((await download(asset, hash, { serviceId: '1' })).status).toBe(200)
    expect(await quote(asset, '1', { transferTxId: hash })).toEqual({ validOrder: order })
  })

  test('that the chain does not know, or that is no hash, is answered at once', async () => {
    const unknown = `0x${'ab'.repeat(32)}`
    expect(await (await download(asset, unknown)).json()).toEqual({
      error: expect.stringContaining('unknown to the chain'),
    })
    expect(await (await download(asset, 'no-hash')).json()).toEqual({
      error: expect.stringContaining('no transaction hash'),
    })
    expect(await quote(asset, '0', { transferTxId: unknown })).toHaveProperty('providerFee')
  })

  test('is not any transaction of the datatoken', async () => {
    expect(await (await download(asset, asset.transaction)).json()).toEqual({
      error: expect.stringContaining('Cannot find'),
    })
  })
})

describe('download', () => {
  let order: string
  beforeAll(async () => {
    order = await world.order({ asset, fee: await feeOf(asset) })
  })

  test('stores the nonce, so that a repeated or smaller one is refused before anything is sent', async () => {
    const first = await world.sign(roles.bob, [asset.did])
    expect((await download(asset, order, { nonce: first.nonce })).status).toBe(200)
    for (const nonce of [first.nonce, '0']) {
      const refused = await download(asset, order, { nonce })
      expect(refused.status).toBe(400)
      expect(await refused.json()).toEqual({
        errors: { signature: `Invalid signature expected nonce (${first.nonce}) > current nonce (${nonce}).` },
        ...{ message: 'Validation error', success: false },
      })
    }
  })

  test('of which only one wins when the same nonce arrives many times at once', async () => {
    const { nonce } = await world.sign(roles.bob, [asset.did])
    const responses = await Promise.all(Array.from({ length: 8 }, () => download(asset, order, { nonce })))
    expect(responses.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(400)])
  })

  test('passes a range on and answers with the part', async () => {
    world.answers.set('/data.csv', (request, response) => {
      const part = request.headers.range === 'bytes=4-6'
      response.writeHead(part ? 206 : 200, {
        'content-type': 'text/plain',
        ...(part ? { 'content-range': 'bytes 4-6/8' } : {}),
      })
      response.end(part ? '1,2' : 'a,b\n1,2\n')
    })
    const response = await download(asset, order, { headers: { range: 'bytes=4-6' } })
    expect([response.status, await response.text()]).toEqual([206, '1,2'])
    expect(response.headers.get('range')).toBe('bytes=4-6')
    expect(response.headers.get('content-disposition')).toBeNull()
    world.serveText('/data.csv', 'a,b\n1,2\n')
  })

  test('says so when there is no such file, service or asset, or when its server is down', async () => {
    expect(await (await download(asset, order, { fileIndex: '1' })).json()).toEqual({
      error: 'Provider Ganache: No such fileIndex 1',
    })
    expect(await (await download(asset, order, { serviceId: '9' })).json()).toEqual({
      error: 'Provider Ganache: Invalid serviceId.',
    })
    const dead = await world.publish({ files: [{ type: 'url', url: 'http://127.0.0.1:9/secret-token.csv' }] })
    const deadOrder = await world.order({ asset: dead, fee: await feeOf(dead) })
    const answer = await (await download(dead, deadOrder)).text()
    expect(JSON.parse(answer)).toEqual({ error: 'Provider Ganache: Asset URL not found, not available or invalid.' })
    expect(answer).not.toContain('secret')
  })

  test('of a compute service is for environments alone', async () => {
    const compute = await world.publish({ services: [{ type: 'compute', compute: {} }] })
    expect(await (await download(compute, order)).json()).toEqual({
      error: 'Provider Ganache: Service with index=0 is not an access service.',
    })
  })

  test('holds the file’s server back while nobody reads', async () => {
    let written = 0
    world.answers.set('/big', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      const chunk = Buffer.alloc(65_536)
      const write = () => {
        while (written < 200_000_000 && response.write(chunk)) written += chunk.length
        if (written >= 200_000_000) response.end()
      }
      response.on('drain', write)
      response.on('close', () => {
        closed()
      })
      write()
    })
    let closed: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      closed = resolve
    })
    const big = await world.publish({ files: [{ type: 'url', url: `${world.files.url}/big` }] })
    const bigOrder = await world.order({ asset: big, fee: await feeOf(big) })
    const response = await download(big, bigOrder)
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(first?.value?.length).toBeGreaterThan(0)
    expect(response.headers.get('content-disposition')).toBe('attachment;filename=big.bin')
    await reader?.cancel()
    await ended
    expect(written).toBeLessThan(100_000_000)
  })
})

describe('initialize', () => {
  test('answers datatoken, nonce and a zero fee that names this service', async () => {
    const answer = await quote(asset)
    const fee = answer.providerFee as ProviderFee
    expect(answer).toMatchObject({ datatoken: asset.datatoken, nonce: expect.stringMatching(/^\d+$/) })
    expect(fee).toMatchObject({ providerFeeAddress: world.provider.address, providerFeeAmount: '0', validUntil: 0 })
    const data = Buffer.from(fee.providerData.slice(2), 'hex').toString()
    expect(data).toMatch(/^\{"environment":null,"timestamp":[\d.]+,"dt":"0x[0-9a-fA-F]{40}","id":"0"\}$/)
  })

  test('names what is wrong with the asset', async () => {
    expect(await quote({ ...asset, did: `did:op:${'0'.repeat(64)}` })).toEqual({ error: 'Cannot resolve DID' })
    expect(await quote(asset, '77')).toEqual({ error: 'Provider Ganache: Invalid serviceId.' })
    const compute = await world.publish({ services: [{ type: 'compute', compute: {} }] })
    expect(await quote(compute)).toEqual({
      error: 'Provider Ganache: Use the initializeCompute endpoint to initialize compute jobs.',
    })
    world.assets.set(compute.did, { nft: { address: compute.nft, state: 3 } })
    expect(await quote(compute)).toEqual({ error: 'Provider Unknown: Asset malformed or disabled.' })
  })

  test('refuses an asset that the chain has revoked before the index knows', async () => {
    const revoked = await world.publish()
    const hash = await world.walletOf(roles.alice).writeContract({
      ...{ address: revoked.nft, abi: erc721TemplateAbi, functionName: 'setMetaDataState', args: [3] },
    })
    await world.client.waitForTransactionReceipt({ hash })
    expect(await quote(revoked)).toEqual({ error: 'Provider Ganache: Asset is not consumable.' })
  })

  test('applies allow and deny lists in any spelling; a list of allowed makes the other one irrelevant', async () => {
    const list = (values: string[]) => [{ type: 'address', values }]
    const denies = await world.publish({ ddo: { credentials: { deny: list([bob.toLowerCase()]) } } })
    expect(await quote(denies)).toEqual({
      error: `Provider Ganache: Error: Access to asset ${denies.did} was denied with code: ConsumableCodes.CREDENTIAL_IN_DENY_LIST.`,
    })
    const others = await world.publish({ ddo: { credentials: { allow: list([asset.nft]) } } })
    expect(await quote(others)).toEqual({ error: expect.stringContaining('CREDENTIAL_NOT_IN_ALLOW_LIST') })
    const both = await world.publish({ ddo: { credentials: { allow: list([bob.toUpperCase()]), deny: list([bob]) } } })
    expect(await quote(both)).toHaveProperty('providerFee')
  })

  test('looks at the file only when asked for one', async () => {
    const dead = await world.publish({ files: [{ type: 'url', url: `${world.files.url}/gone` }] })
    expect(await quote(dead)).toHaveProperty('providerFee')
    expect(await quote(dead, '0', { fileIndex: '0' })).toEqual({
      error: expect.stringContaining('Asset URL not found'),
    })
    const query = new URLSearchParams({ documentId: dead.did, serviceId: '0', consumerAddress: bob, fileIndex: '-1' })
    const response = await world.request(`/api/services/initialize?${query}`)
    expect((await response.json()).errors).toEqual({ fileIndex: ['The fileIndex must be an integer.'] })
  })
})
