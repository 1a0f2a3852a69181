import { beforeEach, expect, test, vi } from 'vitest'
import type { FlowEvent } from '@/lib/ocean'
import { checkpointStorage } from './checkpointStorage'
import { flowStore } from './flowStore'
import { getFlowKey } from './getFlowKey'

/** `localStorage` as far as it is used: named items are own properties. */
function createStorage(): Storage {
  const methods = {
    getItem(this: Record<string, unknown>, name: string) {
      return Object.hasOwn(this, name) ? this[name] : null
    },
    setItem(this: Record<string, unknown>, name: string, value: string) {
      this[name] = value
    },
    removeItem(this: Record<string, unknown>, name: string) {
      delete this[name]
    },
  }
  return Object.create(methods)
}

beforeEach(() => {
  vi.stubGlobal('localStorage', createStorage())
})

const hash = `0x${'1'.repeat(64)}` as const
const confirmation = { step: 'create', kind: 'transaction', purpose: 'createAsset' } as const

async function* script(events: readonly FlowEvent[], end: unknown): AsyncGenerator<FlowEvent, string> {
  yield* events
  if (end instanceof Error) throw end
  return String(end)
}

const sent: FlowEvent[] = [
  { type: 'plan', confirmations: [confirmation] },
  { type: 'step', step: 'create', status: 'working' },
  { type: 'step', step: 'create', status: 'mining', hash },
]

test('A finished run gives its result and leaves no checkpoint behind', async () => {
  const events: FlowEvent[] = [...sent, { type: 'step', step: 'create', status: 'done', value: 'x' }]
  const result = await flowStore.start('a', () => script(events, 'did'))
  expect(result).toBe('did')
  expect(flowStore.getSnapshot('a')).toMatchObject({ status: 'done', result: 'did', plan: [confirmation] })
  expect(checkpointStorage.load('a')).toBeUndefined()
})

test('A failed run keeps what was sent, marks the step, and hands the checkpoint to the next attempt', async () => {
  const error = new Error('offline')
  await flowStore.start('b', () => script(sent, error))
  const failed = flowStore.getSnapshot('b')
  expect(failed).toMatchObject({ status: 'failed', error, steps: [{ name: 'create', status: 'failed', hash }] })
  expect(checkpointStorage.load('b')?.steps.create?.hash).toBe(hash)
  let given: unknown
  await flowStore.start('b', ({ checkpoint }) => {
    given = checkpoint?.steps.create?.hash
    return script([], 'did')
  })
  expect(given).toBe(hash)
})

test('What an earlier visit left unfinished shows as resumable', () => {
  checkpointStorage.save('c', { version: 1, steps: { create: { hash } } })
  expect(flowStore.getSnapshot('c')).toMatchObject({ status: 'resumable', steps: [{ name: 'create', hash }] })
  flowStore.discard('c')
  expect(flowStore.getSnapshot('c').status).toBe('idle')
  expect(checkpointStorage.load('c')).toBeUndefined()
})

test('A second start of the same run while it runs does nothing', async () => {
  let starts = 0
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const begin = () => {
    starts += 1
    return (async function* (): AsyncGenerator<FlowEvent, string> {
      await gate
      yield { type: 'step', step: 'create', status: 'done' }
      return 'did'
    })()
  }
  const first = flowStore.start('d', begin)
  expect(await flowStore.start('d', begin)).toBeUndefined()
  open()
  expect(await first).toBe('did')
  expect(starts).toBe(1)
})

test('The prompt a run waits for is known by its purpose, and gone when it is answered', async () => {
  let during: unknown
  await flowStore.start('e', () =>
    (async function* (): AsyncGenerator<FlowEvent, string> {
      yield { type: 'plan', confirmations: [confirmation] }
      yield { type: 'step', step: 'create', status: 'signing' }
      during = flowStore.getSigning()?.purpose
      return 'did'
    })(),
  )
  expect(during).toBe('createAsset')
  expect(flowStore.getSigning()).toBeUndefined()
})

test('A stored checkpoint of another shape is ignored', () => {
  localStorage.setItem('oc:flow:f', JSON.stringify({ savedAt: 1, checkpoint: { version: 2, steps: {} } }))
  expect(checkpointStorage.load('f')).toBeUndefined()
})

test('At most forty checkpoints are kept, the newest ones', () => {
  const clock = vi.spyOn(Date, 'now')
  for (let index = 0; index < 45; index += 1) {
    clock.mockReturnValue(index)
    checkpointStorage.save(`g${index}`, { version: 1, steps: { create: { hash } } })
  }
  clock.mockRestore()
  expect(checkpointStorage.list('g')).toHaveLength(40)
  expect(checkpointStorage.load('g0')).toBeUndefined()
  expect(checkpointStorage.load('g44')).toBeDefined()
})

test('A run is named by what it works on, not by the order of keys', () => {
  const base = { name: 'publishAsset', chainId: 8996, account: undefined }
  const key = getFlowKey({ ...base, input: { a: 1, b: { c: 2n, d: undefined } } })
  expect(getFlowKey({ ...base, input: { b: { c: 2n }, a: 1 } })).toBe(key)
  expect(getFlowKey({ ...base, input: { a: 1, b: { c: 3n } } })).not.toBe(key)
})
