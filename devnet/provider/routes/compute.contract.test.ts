import { createHash } from 'node:crypto'
import { erc20Abi } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { roles } from '../../chain/accounts'
import type { JsonObject } from '../json'
import type { ProviderFee } from '../providerFee'
import { container, createWorld, type Published, type World } from '../tests/createWorld'

const compute = '/api/services/compute'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

let world: World
let bob: string
let environmentAddress: `0x${string}`
let algorithm: Published
let data: Published
let orders: { data: string; algorithm: string }

const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600

beforeAll(async () => {
  world = await createWorld()
  bob = world.accountOf(roles.bob).address
  environmentAddress = world.accountOf(roles.compute).address
  world.serveText('/data.csv', 'a,b\n')
  const url = world.serveText('/algorithm.py', 'print(1)')
  algorithm = await world.publish({
    files: [{ type: 'url', url }],
    ddo: { metadata: { type: 'algorithm', name: 'a', algorithm: { container } } },
  })
  data = await publishData({ publisherTrustedAlgorithms: [{ did: algorithm.did, filesChecksum: sha256('print(1)') }] })
  orders = await orderAll(await quote(), data)
})
afterAll(() => world.close())
beforeEach(() => {
  world.compute.jobs.length = 0
})

const publishData = (options: JsonObject, more: JsonObject = {}) =>
  world.publish({ services: [{ type: 'compute', compute: { allowRawAlgorithm: false, ...options }, ...more }] })

type QuoteOptions = {
  data?: Published
  environment?: string
  validUntil?: number
  body?: JsonObject
  tx?: string
  algorithmTx?: string
}

async function quote(options: QuoteOptions = {}) {
  const { environment = 'free', validUntil = inAnHour(), body = {}, tx, algorithmTx } = options
  const response = await world.post('/api/services/initializeCompute', {
    datasets: [{ documentId: (options.data ?? data).did, serviceId: '0', ...(tx ? { transferTxId: tx } : {}) }],
    algorithm: { documentId: algorithm.did, serviceId: '0', ...(algorithmTx ? { transferTxId: algorithmTx } : {}) },
    ...{ compute: { env: environment, validUntil }, consumerAddress: environmentAddress, ...body },
  })
  return response.json()
}

async function orderAll(
  quoted: { datasets: { providerFee: ProviderFee }[]; algorithm: { providerFee: ProviderFee } },
  asset: Published,
) {
  const [first] = quoted.datasets
  if (!first) throw new Error('no quote')
  const consumer = environmentAddress
  return {
    data: await world.order({ asset, fee: first.providerFee, consumer }),
    algorithm: await world.order({ asset: algorithm, fee: quoted.algorithm.providerFee, consumer }),
  }
}

type StartOptions = {
  data?: Published
  orders?: { data: string; algorithm: string }
  body?: JsonObject
  nonce?: string
  environment?: string
}

async function start(options: StartOptions = {}) {
  const asset = options.data ?? data
  const used = options.orders ?? orders
  const signed = await world.sign(roles.bob, [bob, asset.did], options.nonce)
  const response = await world.post(compute, {
    dataset: { documentId: asset.did, serviceId: '0', transferTxId: used.data },
    algorithm: { documentId: algorithm.did, serviceId: '0', transferTxId: used.algorithm },
    ...{ environment: options.environment ?? 'free', consumerAddress: bob, ...signed, ...options.body },
  })
  return { status: response.status, body: await response.json(), nonce: signed.nonce }
}

describe('starting a job', () => {
  test('hands the backend the workflow, under the algorithm’s order where nothing is paid', async () => {
    const { status, body } = await start({
      body: {
        dataset: { documentId: data.did, serviceId: '0', transferTxId: orders.data, userdata: { year: 1 } },
        algorithm: {
          documentId: algorithm.did,
          serviceId: '0',
          transferTxId: orders.algorithm,
          algocustomdata: { a: [1] },
        },
      },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject([{ agreementId: orders.algorithm, owner: bob, inputDID: [data.did] }])
    expect(world.compute.workflows.at(-1)).toMatchObject({
      ...{ agreementId: orders.algorithm, owner: bob, chainId: 8996, environment: 'free' },
      inputs: [
        {
          id: data.did,
          txId: orders.data,
          serviceId: '0',
          userdata: { year: 1 },
          serviceEndpoint: 'http://127.0.0.1:8030',
        },
      ],
      algorithm: {
        ...{ id: algorithm.did, container, algocustomdata: { a: [1] } },
        remote: { txId: orders.algorithm, serviceId: '0' },
      },
    })
  })

  test('happens once however often and however fast the same request arrives', async () => {
    const { nonce } = await world.sign(roles.bob, [bob, data.did])
    const answers = await Promise.all(Array.from({ length: 6 }, () => start({ nonce })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(world.compute.jobs).toHaveLength(1)
    const again = await start({ nonce })
    expect([again.status, again.body.errors]).toEqual([
      400,
      { signature: `Invalid signature expected nonce (${nonce}) > current nonce (${nonce}).` },
    ])
  })

  test('takes the nonce as a JSON number too, as signed', async () => {
    const { nonce } = await world.sign(roles.bob, [bob, data.did])
    expect((await start({ nonce, body: { nonce: Number(nonce) } })).status).toBe(200)
    const fraction = `${Number(nonce) + 1}.5`
    expect((await start({ nonce: fraction, body: { nonce: Number(fraction) } })).status).toBe(200)
  })

  test('ignores additionalInputs and reads additionalDatasets', async () => {
    expect((await start({ body: { additionalInputs: [{ nonsense: true }] } })).status).toBe(200)
    expect((await start({ body: { additionalDatasets: 'x' } })).body).toEqual({
      error: { additional_input: 'invalid' },
    })
    const second = await world.publish()
    const quoted = await quote({
      body: { datasets: [data, second].map(({ did }) => ({ documentId: did, serviceId: '0' })) },
    })
    const more = await world.order({ asset: second, fee: quoted.datasets[1].providerFee, consumer: environmentAddress })
    const additionalDatasets = [{ documentId: second.did, serviceId: '0', transferTxId: more }]
    const { body } = await start({ body: { additionalDatasets } })
    expect(body).toMatchObject([{ inputDID: [data.did, second.did] }])
    expect(
      (await start({ body: { additionalDatasets: [{ ...additionalDatasets[0], serviceId: '5' }] } })).body,
    ).toEqual({
      error: { 'datasets[1].serviceId': 'not_found' },
    })
  })

  test.each([
    ['a service id that is not there', { dataset: { serviceId: '9' } }, { 'dataset.serviceId': 'not_found' }],
    ['an algorithm that is a dataset', { algorithm: 'data' }, { algorithm: 'not_algo' }],
    ['an output that cannot be decoded', { output: '{' }, { output: 'invalid' }],
    ['a fee of another environment', { environment: 'paid' }, { 'dataset.serviceId': 'order_invalid' }],
  ])('refuses %s', async (_, change, error) => {
    const { dataset, algorithm: other, ...rest } = change as Record<string, JsonObject | string>
    const body: JsonObject = {
      ...rest,
      ...(dataset
        ? { dataset: { documentId: data.did, serviceId: '0', transferTxId: orders.data, ...(dataset as JsonObject) } }
        : {}),
      ...(other ? { algorithm: { documentId: data.did, serviceId: '0', transferTxId: orders.algorithm } } : {}),
    }
    expect(await start({ body })).toMatchObject({ status: 400, body: { error } })
    expect(world.compute.jobs).toHaveLength(0)
  })

  test('refuses an algorithm’s order that is none, and one nobody knows, at once', async () => {
    for (const wrong of [data.transaction, `0x${'cd'.repeat(32)}`]) {
      const answer = await start({ orders: { data: orders.data, algorithm: wrong } })
      expect(answer.body).toEqual({ error: { algorithm: 'in_use_or_not_on_chain' } })
    }
  })

  test('refuses raw code unless the publisher allows it in so many words', async () => {
    const raw = { algorithm: { meta: { rawcode: 'print(1)', container } } }
    expect((await start({ body: raw })).body).toEqual({ error: { dataset: 'no_raw_algo_allowed' } })
    const unclear = await publishData({ allowRawAlgorithm: null })
    expect((await quote({ data: unclear, body: raw })).error).toEqual({ dataset: 'no_raw_algo_allowed' })
    const open = await publishData({ allowRawAlgorithm: true })
    expect(await quote({ data: open, body: raw })).not.toHaveProperty('algorithm')
  })

  test('refuses files that were encrypted for another asset', async () => {
    const stolen = await publishData({}, { files: (data.ddo.services as JsonObject[])[0]?.files ?? '' })
    expect((await quote({ data: stolen })).error).toEqual({
      'dataset.serviceId': 'compute_services_not_in_same_provider',
    })
  })

  test('needs the trusted files, not only the trusted name', async () => {
    world.serveText('/algorithm.py', 'print(2)')
    expect((await start()).body).toEqual({ error: { dataset: 'algorithm_file_checksum_mismatch' } })
    world.serveText('/algorithm.py', 'print(1)')
  })
})

describe('a container that cannot run here', () => {
  test('is refused before anybody pays, and again before a job starts', async () => {
    const strange = { ...container, image: 'unknown/image' }
    const open = await publishData({ allowRawAlgorithm: true })
    const body = { algorithm: { meta: { rawcode: 'print(1)', container: strange } } }
    const error = { 'algorithm.container': 'unknown/image cannot run here' }
    expect((await quote({ data: open, body })).error).toEqual(error)
    const allowed = { algorithm: { meta: { rawcode: 'print(1)', container } } }
    const quoted = await quote({ data: open, body: allowed })
    const order = await world.order({ asset: open, fee: quoted.datasets[0].providerFee, consumer: environmentAddress })
    expect((await start({ data: open, orders: { data: order, algorithm: order }, body })).body).toEqual({ error })
  })
})

describe('the paid environment', () => {
  test('costs a token a minute, days included, on the first dataset alone', async () => {
    const hours = 49
    const quoted = await quote({ environment: 'paid', validUntil: Math.floor(Date.now() / 1000) + hours * 3_600 })
    const amount = BigInt(quoted.datasets[0].providerFee.providerFeeAmount)
    expect(amount).toBeLessThanOrEqual(BigInt(hours * 60) * 10n ** 18n)
    expect(amount).toBeGreaterThan((BigInt(hours * 60) - 1n) * 10n ** 18n)
    expect(quoted.algorithm.providerFee.providerFeeAmount).toBe('0')
  })

  test('starts a job for who has paid, and not for who has an order of the free one', async () => {
    const quoted = await quote({ environment: 'paid' })
    const { providerFee } = quoted.datasets[0]
    const deployer = world.walletOf(roles.deployer)
    const token = { address: world.contracts.Ocean, abi: erc20Abi }
    const amount = BigInt(providerFee.providerFeeAmount)
    for (const hash of [
      await deployer.writeContract({ ...token, functionName: 'transfer', args: [bob as `0x${string}`, amount] }),
      await world
        .walletOf(roles.bob)
        .writeContract({ ...token, functionName: 'approve', args: [data.datatoken, amount] }),
    ]) {
      await world.client.waitForTransactionReceipt({ hash })
    }
    const paid = await orderAll(quoted, data)
    const started = await start({ orders: paid, environment: 'paid' })
    expect(started.body).toMatchObject([{ agreementId: paid.data }])
    expect(world.compute.workflows.at(-1)?.validUntil).toBe(providerFee.validUntil)
    const kept = await quote({
      environment: 'paid',
      validUntil: providerFee.validUntil,
      tx: paid.data,
      algorithmTx: paid.algorithm,
    })
    expect(kept).toEqual({ datasets: [{ validOrder: paid.data }], algorithm: { validOrder: paid.algorithm } })
    const longer = await quote({ environment: 'paid', validUntil: providerFee.validUntil + 600, tx: paid.data })
    expect(longer.datasets).toMatchObject([{ validOrder: paid.data, providerFee: expect.any(Object) }])
  })

  test('does not start on a fee of zero that somebody else’s item was quoted with', async () => {
    const second = await publishData({ publisherTrustedAlgorithms: [] })
    const quoted = await quote({
      ...{
        environment: 'paid',
        body: { datasets: [data, second].map(({ did }) => ({ documentId: did, serviceId: '0' })) },
      },
    })
    const cheap = {
      data: await world.order({ asset: second, fee: quoted.datasets[1].providerFee, consumer: environmentAddress }),
      algorithm: await world.order({
        asset: algorithm,
        fee: quoted.algorithm.providerFee,
        consumer: environmentAddress,
      }),
    }
    expect((await start({ data: second, orders: cheap, environment: 'paid' })).body).toEqual({
      error: { order: 'fees_not_paid' },
    })
    const again = await quote({ data: second, environment: 'paid', validUntil: inAnHour() - 60, tx: cheap.data })
    expect(again.datasets).toMatchObject([{ validOrder: cheap.data, providerFee: expect.any(Object) }])
  })
})

describe('a fee that has run out', () => {
  test('is renewed by a reuse, and a job starts within the grace only', async () => {
    const soon = Math.floor(Date.now() / 1000) + 100
    const brief = await orderAll(await quote({ validUntil: soon }), data)
    vi.useFakeTimers({ toFake: ['Date'], now: (soon + 60) * 1000 })
    try {
      expect((await start({ orders: brief })).status).toBe(200)
      expect((await quote({ tx: brief.data })).datasets).toMatchObject([
        { validOrder: brief.data, providerFee: expect.any(Object) },
      ])
      vi.setSystemTime((soon + 200) * 1000)
      expect((await start({ orders: brief })).body).toEqual({ error: { 'dataset.serviceId': 'order_invalid' } })
    } finally {
      vi.useRealTimers()
    }
  })

  test('cannot be asked for in the past', async () => {
    expect(await quote({ validUntil: 1_000_000_000 })).toEqual({ error: 'The validUntil value is not correct.' })
    expect((await quote({ body: { compute: { env: 'free', validUntil: 'soon' } } })).errors).toEqual({
      'compute.validUntil': ['The compute.validUntil must be an integer.'],
    })
  })
})

describe('a job', () => {
  async function startOne(): Promise<string> {
    return (await start()).body[0].jobId
  }

  const get = (path: string, query: Record<string, string>, headers: Record<string, string> = {}) =>
    world.request(`${path}?${new URLSearchParams(query)}`, { headers })

  test('shows its state to all who ask, as often as they ask with the same nonce', async () => {
    const jobId = await startOne()
    const signed = await world.sign(roles.bob, [bob, jobId, data.did])
    for (let count = 0; count < 3; count += 1) {
      const response = await get(compute, { consumerAddress: bob, jobId, documentId: data.did, ...signed })
      expect(await response.json()).toMatchObject([{ jobId, results: '', dateFinished: null }])
    }
    expect(await (await get(compute, { consumerAddress: bob })).json()).toHaveLength(1)
    expect(await (await get(compute, { consumerAddress: bob, jobId: 'x' })).json()).toHaveLength(1)
  })

  test('is stopped by its owner, with the proof in the query as well as in the body', async () => {
    const jobId = await startOne()
    const signed = await world.sign(roles.bob, [bob, jobId, data.did])
    const query = new URLSearchParams({ consumerAddress: bob, jobId, documentId: data.did, ...signed })
    const response = await world.request(`${compute}?${query}`, { method: 'PUT' })
    expect(await response.json()).toMatchObject([{ jobId, stopreq: 1 }])
    const other = await world.sign(roles.carol, [bob, jobId, data.did])
    const refused = await world.request(
      `${compute}?${new URLSearchParams({ consumerAddress: bob, jobId, documentId: data.did, ...other, nonce: '999' })}`,
      {
        method: 'PUT',
      },
    )
    expect((await refused.json()).errors.signature).toContain('Invalid signature')
  })

  test('hands its result to its owner as an attachment, whole or in part', async () => {
    const jobId = await startOne()
    const ask = async (index: string, headers: Record<string, string> = {}) => {
      const signed = await world.sign(roles.bob, [bob, jobId, index])
      return get('/api/services/computeResult', { consumerAddress: bob, jobId, index, ...signed }, headers)
    }
    const whole = await ask('0')
    expect(await whole.text()).toBe('result bytes')
    expect(whole.headers.get('content-disposition')).toBe('attachment;filename=result.bin')
    expect(whole.headers.get('content-length')).toBe('12')
    const part = await ask('0', { range: 'bytes=7-' })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'bytes', 'bytes 7-11/12'])
    const missing = await ask('7')
    expect([missing.status, await missing.json()]).toEqual([404, { error: 'No such index 7 in this compute job' }])
  })

  test('streams its events to its owner only, from where the client left off', async () => {
    const jobId = await startOne()
    const signed = await world.sign(roles.bob, [bob, jobId])
    const query = { consumerAddress: bob, jobId, ...signed }
    const response = await get('/api/services/computeEvents', query)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const events = (await response.text()).split('\n\n').filter((block) => block.startsWith('id: '))
    expect(events.map((block) => JSON.parse(block.split('data: ')[1] ?? ''))).toMatchObject([
      { type: 'status', job: { jobId } },
      { type: 'log', text: 'hello' },
    ])
    const rest = await (await get('/api/services/computeEvents', query, { 'Last-Event-ID': '1' })).text()
    expect(rest).not.toContain('id: 1\n')
    expect(rest).toContain('id: 2\nevent: log\ndata: {')
    const refused = await get('/api/services/computeEvents', { consumerAddress: bob, jobId })
    expect([refused.status, (await refused.json()).errors]).toEqual([
      400,
      { signature: ['Invalid signature provided. Please check the nonce or documentId.'] },
    ])
    const stranger = await world.sign(roles.carol, [world.accountOf(roles.carol).address, jobId])
    const hidden = await get('/api/services/computeEvents', {
      consumerAddress: world.accountOf(roles.carol).address,
      jobId,
      ...stranger,
    })
    expect(hidden.status).toBe(404)
  })

  test('accepts a token for all of this until it is deleted', async () => {
    const expiration = String(inAnHour())
    const signed = await world.sign(roles.bob, [bob])
    const created = await get('/api/services/createAuthToken', { address: bob, expiration, ...signed })
    const { token } = await created.json()
    const jobId = await startOne()
    const next = async () => (await world.sign(roles.bob, [])).nonce
    const ask = async () =>
      get(
        '/api/services/computeResult',
        { consumerAddress: bob, jobId, index: '0', nonce: await next() },
        { AuthToken: token },
      )
    expect((await ask()).status).toBe(200)
    const events = await get('/api/services/computeEvents', { consumerAddress: bob, jobId }, { AuthToken: token })
    expect([events.status, (await events.text()).length > 0]).toEqual([200, true])
    const again = await world.sign(roles.bob, [bob])
    const remove = new URLSearchParams({ address: bob, token, ...again })
    const removed = await world.request(`/api/services/deleteAuthToken?${remove}`, { method: 'DELETE' })
    expect(await removed.json()).toEqual({ success: 'Token has been deactivated.' })
    expect((await ask()).status).toBe(400)
    const twice = await world.request(`/api/services/deleteAuthToken?${remove}`, { method: 'DELETE' })
    expect(await twice.json()).toEqual({ error: 'Token is deleted.' })
  })
})
