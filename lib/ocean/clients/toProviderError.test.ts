import { expect, test } from 'vitest'
import { toProviderError } from './toProviderError'

const answer = (status: number, body: unknown) =>
  toProviderError({
    url: 'http://provider.test/compute?signature=0xsecret',
    status,
    headers: new Headers(),
    bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  })

test('faults by field name the fields', () => {
  const error = answer(400, {
    errors: { nonce: ['The nonce must be a number.'] },
    message: 'Validation error',
    success: false,
  })
  expect(error).toMatchObject({ name: 'RequestInvalidError', fields: { nonce: ['The nonce must be a number.'] } })
})

test('a rejected signature is recognised as text and as list', () => {
  expect(
    answer(400, { errors: { signature: 'Invalid signature expected nonce (3) > current nonce (2).' } }),
  ).toMatchObject({
    name: 'SignatureRejectedError',
    details: 'Invalid signature expected nonce (3) > current nonce (2).',
  })
  expect(answer(400, { errors: { signature: ['Invalid signature provided.'] } }).name).toBe('SignatureRejectedError')
})

test('a code is about a resource', () => {
  expect(answer(400, { error: { 'datasets[1].serviceId': 'order_invalid' } })).toMatchObject({
    name: 'ComputeRefusedError',
    resource: 'datasets[1].serviceId',
    code: 'order_invalid',
    kind: 'orderInvalid',
  })
})

test('a sentence is kept and understood where it is known', () => {
  expect(answer(400, { error: 'Compute environment does not exist' })).toMatchObject({
    name: 'RequestRefusedError',
    kind: 'environmentMissing',
    details: 'Compute environment does not exist',
  })
  expect(answer(403, { error: 'Something new' })).toMatchObject({
    name: 'RequestRefusedError',
    kind: 'unknown',
    status: 403,
  })
})

test('a failure of the service is told from a refusal, whatever the body', () => {
  expect(answer(503, { error: 'boom', context: null })).toMatchObject({ name: 'ServiceFailedError', details: 'boom' })
  expect(answer(502, '<html>Bad gateway</html>').name).toBe('ServiceFailedError')
})

test('nothing after the question mark gets into an error', () => {
  expect(JSON.stringify(answer(503, 'x'), Object.getOwnPropertyNames(answer(503, 'x')))).not.toContain('secret')
})
