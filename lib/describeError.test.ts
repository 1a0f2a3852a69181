import { HttpRequestError, InsufficientFundsError, UnauthorizedProviderError, UserRejectedRequestError } from 'viem'
import { expect, test } from 'vitest'
import { describeError } from './describeError'
import { english } from './messages'
import { loadMessages } from './messages/loadMessages'
import * as ocean from './ocean'
import {
  AssetNotIndexedError,
  ComputeRefusedError,
  FlowStepError,
  SendFailedError,
  ServiceUnreachableError,
  TransactionRevertedError,
} from './ocean'

const words = english.errors
const describe = (error: unknown) => describeError(error, words)

test('A declined prompt is not a fault, however deep it lies', () => {
  const cause = new UserRejectedRequestError(new Error('no'))
  const described = describe(new FlowStepError({ step: 'createAsset', spent: false, cause }))
  expect(described).toMatchObject({ title: words.rejected.title, rejected: true, spent: 'no', retry: true })
})

test('A rejection that lost its class keeps its code', () => {
  expect(describe(Object.assign(new Error('User denied'), { code: 4001 })).rejected).toBe(true)
})

test('A failed step after a transaction says that what was paid before stays good', () => {
  const cause = new ServiceUnreachableError({ url: 'http://provider.test/api?signature=1', timedOut: false })
  const described = describe(new FlowStepError({ step: 'encrypt', spent: true, cause }))
  expect(described.spent).toBe('earlier')
  expect(described.detail).toContain('provider.test')
  expect(described.raw).not.toContain('signature')
})

test('A contract that would refuse is told in words, with nothing spent', () => {
  const error = new TransactionRevertedError({
    reason: 'Not enough datatokens to start Order',
    kind: 'datatokenMissing',
  })
  expect(describe(error)).toMatchObject({ detail: words.reverts.datatokenMissing, spent: 'no' })
})

test('An unknown revert keeps the contract’s own words', () => {
  const error = new TransactionRevertedError({ reason: 'strange', kind: 'unknown' })
  expect(describe(error).detail).toContain('strange')
})

test('A Provider’s code becomes a sentence that says who must act', () => {
  const error = new ComputeRefusedError({
    resource: 'algorithm',
    code: 'not_trusted_algo',
    kind: 'algorithmNotTrusted',
  })
  expect(describe(error).detail).toBe(words.compute.algorithmNotTrusted)
})

test('A late index never suggests publishing again and says the transaction is mined', () => {
  const described = describe(new AssetNotIndexedError({ did: 'did:op:1' }))
  expect(described).toMatchObject({ title: words.notIndexed.title, spent: 'yes' })
})

test('A chain that does not answer, an aborted run and a closed connection are told apart', () => {
  expect(describe(new HttpRequestError({ url: 'http://rpc.test' })).title).toBe(words.rpc.title)
  expect(describe(new DOMException('x', 'AbortError')).title).toBe(words.aborted.title)
  expect(describe(new TypeError('Failed to fetch')).title).toBe(words.network.title)
})

test('Anything else is unknown and keeps its text', () => {
  expect(describe(new Error('odd'))).toMatchObject({ title: words.unknown.title, raw: 'Error: odd' })
  expect(describe('text').raw).toBe('text')
  expect(describe(undefined).title).toBe(words.unknown.title)
})

test('A wallet that failed while sending leaves open whether it has sent, unless it lacked the money', () => {
  const failed = new SendFailedError({ cause: new Error('internal error') })
  expect(describe(failed)).toMatchObject({ title: words.sendFailed.title, spent: 'maybe', retry: true })
  const poor = new SendFailedError({ cause: new InsufficientFundsError() })
  expect(describe(poor).title).toBe(words.insufficientGas.title)
})

test('A locked wallet is asked to be unlocked', () => {
  const locked = new UnauthorizedProviderError(new Error('Must call eth_requestAccounts first.'))
  expect(describe(locked)).toMatchObject({ title: words.walletLocked.title, spent: 'no' })
})

const bases = ['OceanError', 'ChainError', 'HttpError', 'AssetError', 'OrderError', 'ComputeError', 'FlowStepError']
const thrown = Object.entries(ocean).filter(([name]) => name.endsWith('Error') && !bases.includes(name))

test.each(thrown)('%s has words of its own, in each language', async (name, type) => {
  for (const locale of ['en', 'de', 'es'] as const) {
    const { errors } = await loadMessages(locale)
    const parts = {
      name,
      fields: { name: ['is needed'] },
      faults: { name: 'is needed' },
      kind: 'unknown',
      url: 'http://service.test',
      shortMessage: 'It said no.',
    }
    const error = Object.assign(Object.create((type as { prototype: object }).prototype), parts)
    const { title, detail } = describeError(error, errors)
    expect(title).not.toBe(errors.unknown.title)
    expect(detail.length).toBeGreaterThan(10)
  }
})

test.each(['en', 'de', 'es'] as const)('Every refusal of a contract or a Provider is told in %s', async (locale) => {
  const { errors } = await loadMessages(locale)
  const { withReason: _, ...reverts } = errors.reverts
  for (const kind of Object.keys(reverts) as ocean.RevertKind[]) {
    const before = new TransactionRevertedError({ reason: 'text', kind })
    const after = new TransactionRevertedError({ reason: 'text', kind, transactionHash: `0x${'1'.repeat(64)}` })
    expect(describeError(before, errors).spent).toBe('no')
    expect(describeError(after, errors).spent).toBe('yes')
    expect(describeError(after, errors).detail.length).toBeGreaterThan(10)
  }
  for (const kind of Object.keys(errors.compute) as ocean.ComputeCodeKind[]) {
    const refused = new ComputeRefusedError({ resource: 'dataset', code: 'code', kind })
    expect(describeError(refused, errors)).toMatchObject({ title: errors.computeRefused.title, spent: 'no' })
  }
})
