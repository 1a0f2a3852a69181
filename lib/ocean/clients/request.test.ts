import { expect, test } from 'vitest'
import { request } from './request'

type Answer = Response | Error | 'never'

/** A client whose fetch gives these answers in turn, and counts. */
function scripted(...answers: Answer[]) {
  const calls: { url: string; init: RequestInit | undefined }[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({ url: String(input), init })
    const answer = answers.shift() ?? new Response('late')
    if (answer instanceof Error) throw answer
    if (answer !== 'never') return answer
    return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  }
  return { client: { fetch, timeout: 1_000, retryCount: 2 }, calls }
}

const url = 'http://service.test/path'
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a read is tried again when the service fails, and gives the last answer', async () => {
  const { client, calls } = scripted(new Error('refused'), new Response('', { status: 503 }), new Response('good'))
  expect(text((await request(client, { url, repeatable: true })).bytes)).toBe('good')
  expect(calls).toHaveLength(3)
})

test('a read gives up with the number of tries it was given', async () => {
  const { client, calls } = scripted(new Error('a'), new Error('b'), new Error('c'))
  await expect(request(client, { url, repeatable: true })).rejects.toMatchObject({
    name: 'ServiceUnreachableError',
    timedOut: false,
  })
  expect(calls).toHaveLength(3)
})

test('what may spend is asked once', async () => {
  const { client, calls } = scripted(new Response('', { status: 503 }))
  expect((await request(client, { url, method: 'POST', body: {} })).status).toBe(503)
  expect(calls).toHaveLength(1)
})

test('a service that never answers is given up in time', async () => {
  const { client } = scripted('never')
  await expect(request(client, { url, timeout: 5 })).rejects.toMatchObject({
    name: 'ServiceUnreachableError',
    timedOut: true,
  })
})

test('a service that took too long is not asked again: it would take as long again', async () => {
  const { client, calls } = scripted('never', 'never')
  await expect(request(client, { url, timeout: 5, repeatable: true })).rejects.toMatchObject({ timedOut: true })
  expect(calls).toHaveLength(1)
})

test('no request is sent on to another address', async () => {
  const elsewhere = new Response(null, { status: 302, headers: { location: 'http://evil.test/' } })
  const { client, calls } = scripted(elsewhere)
  await expect(request(client, { url })).rejects.toMatchObject({ name: 'UnexpectedResponseError', status: 302 })
  expect(calls.map(({ init }) => init?.redirect)).toEqual(['manual'])
})

test('the caller can stop it, and gets its own reason', async () => {
  const { client } = scripted('never')
  const controller = new AbortController()
  const pending = request(client, { url, signal: controller.signal, repeatable: true })
  controller.abort(new Error('enough'))
  await expect(pending).rejects.toThrow('enough')
})

test('an answer that is too large is not read to its end', async () => {
  const endless = () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000)) }))
  const { client } = scripted(endless())
  await expect(request(client, { url, maxBytes: 10_000 })).rejects.toMatchObject({ name: 'UnexpectedResponseError' })
})

test('bytes are sent as they are, objects as JSON, and only parameters with a value', async () => {
  const { client, calls } = scripted(new Response(), new Response())
  await request(client, { url, method: 'POST', body: new Uint8Array([1, 2]), query: { a: 'did:op:1', b: undefined } })
  await request(client, { url, method: 'POST', body: { a: 1 } })
  expect(calls[0]?.url).toBe(`${url}?a=did%3Aop%3A1`)
  expect(calls.map(({ init }) => new Headers(init?.headers).get('content-type'))).toEqual([
    'application/octet-stream',
    'application/json',
  ])
  expect(calls[1]?.init?.body).toBe('{"a":1}')
})
