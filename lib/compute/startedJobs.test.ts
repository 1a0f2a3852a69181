import { beforeEach, expect, test } from 'vitest'
import type { ComputeDraft } from '@/lib/ocean'
import { startedJobs } from './startedJobs'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => {
      kept.set(name, text)
      Object.assign(storage, { [name]: text })
    },
    removeItem: (name: string) => {
      kept.delete(name)
      delete (storage as Record<string, unknown>)[name]
    },
  }
  Object.assign(globalThis, { localStorage: storage })
})

const draft: ComputeDraft = {
  datasets: [{ did: 'did:op:1', userdata: { rows: 5 } }],
  algorithm: { did: 'did:op:2', algocustomdata: { noise: 0.5, exact: true, name: 'x' } },
  environmentId: 'large',
  duration: 7200,
}

test('What a job was started with is known again', () => {
  startedJobs.remember('a', draft)
  expect(startedJobs.recall('a')).toEqual({
    environmentId: 'large',
    duration: 7200,
    userdata: { rows: 5 },
    algocustomdata: { noise: 0.5, exact: true, name: 'x' },
  })
  expect(startedJobs.recall('b')).toBeUndefined()
})

test('What may be secret is not kept', () => {
  startedJobs.remember('a', {
    ...draft,
    datasets: [{ did: 'did:op:1', userdata: { rows: 5, apiKey: 'x', password: 'y' } }],
  })
  expect(startedJobs.recall('a')?.userdata).toEqual({ rows: 5 })
  expect([...kept.values()].join()).not.toContain('apiKey')
})

test('Own code leaves no parameters behind', () => {
  const container = { image: 'image', tag: 'tag', entrypoint: 'python $ALGO', checksum: 'sha256:0' }
  startedJobs.remember('a', { ...draft, algorithm: { meta: { rawcode: 'print(1)', container } } })
  expect(startedJobs.recall('a')?.algocustomdata).toBeUndefined()
})

test('What somebody else wrote there is not taken for a job', () => {
  for (const text of ['{', 'null', '{"savedAt":1,"job":{"environmentId":5}}', '{"savedAt":1,"job":{}}']) {
    kept.set('oc:started:a', text)
    expect(startedJobs.recall('a')).toBeUndefined()
  }
})

test('Only the newest 300 are kept', () => {
  for (let number = 0; number < 310; number++) startedJobs.remember(`job${number}`, draft)
  expect([...kept.keys()].filter((name) => name.startsWith('oc:started:'))).toHaveLength(300)
})

test('A storage that refuses stops nothing', () => {
  Object.assign(globalThis, {
    localStorage: {
      setItem: () => {
        throw new Error('full')
      },
      getItem: () => null,
    },
  })
  expect(() => startedJobs.remember('a', draft)).not.toThrow()
})
