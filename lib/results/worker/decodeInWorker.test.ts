import { describe, expect, it } from 'vitest'
import { DecodeError } from '../DecodeError'
import { decodeResult } from '../decodeResult'
import { assemble } from '../unpickle/testing/assemble'
import { type DecodeWorker, decodeInWorker } from './decodeInWorker'
import type { WorkerAnswer, WorkerRequest } from './messages'
import { transferables } from './transferables'

type Behaviour = (request: WorkerRequest, answer: (message: WorkerAnswer) => void) => void

/** A worker that lives in this thread; messages are cloned as between threads. */
function worker(behave: Behaviour): DecodeWorker & { ended: boolean } {
  const made: DecodeWorker & { ended: boolean } = {
    ended: false,
    onmessage: null,
    onerror: null,
    terminate: () => {
      made.ended = true
    },
    postMessage: (request, transfer) => {
      const received: WorkerRequest = structuredClone(request, { transfer })
      behave(received, (message) => {
        const data = structuredClone(message, { transfer: transferables(message) })
        if (!made.ended) made.onmessage?.(new MessageEvent('message', { data }))
      })
    },
  }
  return made
}

const decodes: Behaviour = async ({ source, options }, answer) => {
  answer({ type: 'progress', progress: { phase: 'decoding' } })
  const buffer = source instanceof ArrayBuffer ? source : await source.arrayBuffer()
  answer({ type: 'done', result: await decodeResult(new Uint8Array(buffer), { ...options, owned: true }) })
}
const silent: Behaviour = () => undefined
const list = () => assemble(0x80, 4, '](K', 1, 'K', 2, 'e.')

describe('decoding in a worker', () => {
  it('gives the result and ends the worker', async () => {
    const made = worker(decodes)
    const phases: string[] = []
    const result = await decodeInWorker(list(), {
      createWorker: () => made,
      onProgress: ({ phase }) => phases.push(phase),
    })
    expect(result).toMatchObject({ kind: 'array', shape: [2], data: Float64Array.of(1, 2) })
    expect([made.ended, phases]).toEqual([true, ['decoding']])
  })

  it('leaves a typed array and a Blob usable, and takes over an ArrayBuffer', async () => {
    const bytes = list()
    await decodeInWorker(bytes, { createWorker: () => worker(decodes) })
    expect(bytes.length).toBe(10)
    const blob = new Blob([bytes])
    await decodeInWorker(blob, { createWorker: () => worker(decodes) })
    expect(blob.size).toBe(10)
    await decodeInWorker(bytes.buffer, { createWorker: () => worker(decodes) })
    expect(bytes.length).toBe(0)
  })

  it('ends at once when it is no longer wanted', async () => {
    const made = worker(silent)
    const controller = new AbortController()
    const pending = decodeInWorker(list(), { createWorker: () => made, signal: controller.signal })
    controller.abort(new Error('gone'))
    await expect(pending).rejects.toThrow('gone')
    expect(made.ended).toBe(true)
    await expect(decodeInWorker(list(), { createWorker: () => made, signal: controller.signal })).rejects.toThrow(
      'gone',
    )
  })

  it('ends when its time is over', async () => {
    const made = worker(silent)
    await expect(decodeInWorker(list(), { createWorker: () => made, timeout: 1 })).rejects.toBeInstanceOf(DecodeError)
    expect(made.ended).toBe(true)
  })

  it('says what went wrong inside', async () => {
    const failing = worker((_request, answer) => answer({ type: 'failed', message: 'out of memory' }))
    await expect(decodeInWorker(list(), { createWorker: () => failing })).rejects.toThrow('out of memory')
    const broken = worker(() => broken.onerror?.({ message: 'crashed' } as ErrorEvent))
    await expect(decodeInWorker(list(), { createWorker: () => broken })).rejects.toThrow('crashed')
    expect([failing.ended, broken.ended]).toEqual([true, true])
  })
})

describe('transferables', () => {
  it('are the buffers behind all typed arrays, each once', async () => {
    const data = Float64Array.of(1, 2)
    const mask = Uint8Array.of(0, 1)
    const value = { data, again: new Uint8Array(data.buffer), columns: [{ values: ['a'], missing: mask }] }
    expect(transferables(value)).toEqual([data.buffer, mask.buffer])
  })
})
