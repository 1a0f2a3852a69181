import { createPublicClient, createWalletClient, custom, type Hex, recoverMessageAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { createOceanClient } from '../../clients/createOceanClient'
import { hashText } from '../../utils/hashText'
import { getComputeResult } from './getComputeResult'

const account = privateKeyToAccount(`0x${'01'.repeat(32)}`)
const contracts = {
  ERC721Factory: account.address,
  FixedPrice: account.address,
  Dispenser: account.address,
  Router: account.address,
}

/** A Provider that counts nonces as the real one does, and a wallet that counts prompts. */
function setUp({ tokens = false, refuseToken = false, chainId = 8996 } = {}) {
  const seen = {
    signatures: 0,
    nonces: [] as string[],
    roots: 0,
    running: 0,
    most: 0,
    last: undefined as URL | undefined,
  }
  let stored = 1
  const endpoints = {
    nonce: ['GET', '/nonce'],
    computeResult: ['GET', '/result'],
    ...(tokens ? { create_auth_token: ['GET', '/token'] } : {}),
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input))
    const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
    if (url.pathname === '/') {
      seen.roots += 1
      return json({
        software: 'Provider',
        providerAddress: account.address,
        chainId: 8996,
        serviceEndpoints: endpoints,
      })
    }
    if (url.pathname === '/nonce') return json({ nonce: String(stored) })
    if (url.pathname === '/token') return json({ token: 'a.b.c' })
    seen.running += 1
    seen.most = Math.max(seen.most, seen.running)
    await new Promise((resolve) => setImmediate(resolve))
    seen.running -= 1
    seen.last = url
    const nonce = url.searchParams.get('nonce') ?? ''
    seen.nonces.push(nonce)
    stored = Number(nonce)
    const bearer = new Headers(init?.headers).get('AuthToken')
    if (bearer && refuseToken) return json({ errors: { signature: ['Invalid signature provided.'] } }, 400)
    return new Response('bytes', { headers: { 'content-disposition': 'attachment;filename=../../etc/result.bin' } })
  }
  const transport = custom({
    request: async ({ method, params }: { method: string; params: [Hex] }) => {
      if (method === 'eth_accounts') return [account.address]
      if (method === 'eth_chainId') return `0x${chainId.toString(16)}`
      seen.signatures += 1
      return account.signMessage({ message: { raw: params[0] } })
    },
  })
  const client = createOceanClient({
    network: { chainId: 8996, aquariusUrl: 'http://aquarius.test', providerUrl: 'http://provider.test/', contracts },
    publicClient: createPublicClient({ transport }),
    walletClient: createWalletClient({ account: account.address, transport }),
    fetch,
    retryCount: 0,
  })
  return { client, seen }
}

const ask = (client: ReturnType<typeof setUp>['client'], index = 0) => getComputeResult(client, { jobId: 'job', index })

test('calls of one account wait for each other, so that each nonce is new', async () => {
  const { client, seen } = setUp()
  await Promise.all([ask(client, 0), ask(client, 1), ask(client, 2)])
  expect(seen.nonces).toEqual(['2', '3', '4'])
  expect(seen.most).toBe(1)
  expect(seen.signatures).toBe(3)
  expect(seen.roots).toBe(1)
})

test('what is signed is the text the Provider expects, in the casing that is sent', async () => {
  const { client, seen } = setUp()
  const file = await ask(client, 3)
  const query = seen.last?.searchParams
  expect(query?.get('consumerAddress')).toBe(account.address)
  const message = { raw: hashText(`${account.address}job3${query?.get('nonce')}`) }
  expect(await recoverMessageAddress({ message, signature: query?.get('signature') as Hex })).toBe(account.address)
  expect(file.filename).toBe('result.bin')
})

test('where tokens are issued, one signature serves all calls', async () => {
  const { client, seen } = setUp({ tokens: true })
  await Promise.all([ask(client, 0), ask(client, 1)])
  await ask(client, 2)
  expect(seen.signatures).toBe(1)
  expect(seen.last?.searchParams.has('signature')).toBe(false)
})

test('a token that is no longer accepted is forgotten, not used again', async () => {
  const { client, seen } = setUp({ tokens: true, refuseToken: true })
  await expect(ask(client)).rejects.toMatchObject({ name: 'SignatureRejectedError' })
  await expect(ask(client)).rejects.toMatchObject({ name: 'SignatureRejectedError' })
  expect(seen.signatures).toBe(2)
})

test('nothing is signed while the wallet is on another chain', async () => {
  const { client, seen } = setUp({ chainId: 1 })
  await expect(ask(client)).rejects.toMatchObject({ name: 'WrongChainError', expected: 8996, actual: 1 })
  expect(seen.signatures).toBe(0)
})

test('a failed call does not hold up the next one', async () => {
  const { client, seen } = setUp()
  await expect(getComputeResult(client, { jobId: 'job', index: 0, maxBytes: 1 })).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
  })
  expect((await ask(client)).bytes.length).toBe(5)
  expect(seen.nonces).toEqual(['2', '3'])
})
