import { describe, expect, it } from 'vitest'
import type { ComputeBackend, ComputeWorkflow } from '../compute/types'
import { createFaults } from './createFaults'
import { faultNames } from './Faults'

const control = 'http://127.0.0.1:8030/devnet/faults'
const service = { fetch: async (request: Request) => new Response(`answer to ${new URL(request.url).pathname}`) }

function createGuarded() {
  const faults = createFaults({ slowBy: 20 })
  const guarded = faults.control(faults.guard(service, { down: 'providerDown', slow: 'slowProvider' }))
  const put = (body: unknown, headers: Record<string, string> = {}) =>
    guarded.fetch(new Request(control, { method: 'PUT', body: JSON.stringify(body), headers }))
  return { faults, guarded, put }
}

describe('createFaults', () => {
  it('changes nothing while every fault is off', async () => {
    const { faults, guarded } = createGuarded()
    expect(Object.values(faults.state()).some(Boolean)).toBe(false)
    const response = await guarded.fetch(new Request('http://127.0.0.1:8030/'))
    expect(await response.text()).toBe('answer to /')
  })

  it('turns a service off and on again, and keeps its own control in reach', async () => {
    const { guarded, put } = createGuarded()
    expect(await (await put({ providerDown: true })).json()).toMatchObject({ providerDown: true, slowIndex: false })
    const down = await guarded.fetch(new Request('http://127.0.0.1:8030/', { headers: { origin: 'http://localhost' } }))
    expect(down.status).toBe(503)
    expect(down.headers.get('access-control-allow-origin')).toBeNull()
    expect((await guarded.fetch(new Request(control))).status).toBe(200)
    await put({ providerDown: false })
    expect((await guarded.fetch(new Request('http://127.0.0.1:8030/'))).status).toBe(200)
  })

  it('lets a slow service answer as ever, only later', async () => {
    const { guarded, put } = createGuarded()
    await put({ slowProvider: true })
    const started = performance.now()
    const response = await guarded.fetch(new Request('http://127.0.0.1:8030/x'))
    expect(await response.text()).toBe('answer to /x')
    expect(performance.now() - started).toBeGreaterThanOrEqual(15)
  })

  it('breaks off streams that are open when the service goes down', async () => {
    const faults = createFaults()
    const endless = new ReadableStream({ start: (out) => out.enqueue(new TextEncoder().encode('data: 1\n\n')) })
    const streaming = {
      fetch: async () => new Response(endless, { headers: { 'content-type': 'text/event-stream' } }),
    }
    const guarded = faults.guard(streaming, { down: 'providerDown', slow: 'slowProvider' })
    const response = await guarded.fetch(new Request('http://127.0.0.1:8030/events'))
    const reader = response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
    const next = reader?.read()
    faults.set({ providerDown: true })
    await expect(next).rejects.toThrow()
  })

  it('starves exactly the next job', () => {
    const faults = createFaults()
    const started: ComputeWorkflow[] = []
    const start = (workflow: ComputeWorkflow) => {
      started.push(workflow)
      return []
    }
    const backend = { start } as unknown as ComputeBackend
    const workflow = { algorithm: { container: { entrypoint: 'python3.9 $ALGO' } } } as ComputeWorkflow
    const compute = faults.starve(backend)
    faults.set({ outOfMemory: true })
    compute.start(workflow)
    compute.start(workflow)
    expect(started.map(({ algorithm }) => algorithm.container.entrypoint)).toEqual([
      "python3.9 -c 'bytearray(1 << 50)' $ALGO",
      'python3.9 $ALGO',
    ])
    expect(faults.state().outOfMemory).toBe(false)
  })
})

describe('the control of faults', () => {
  it('is for this machine and its own pages', async () => {
    const { guarded, put, faults } = createGuarded()
    expect((await put({ slowIndex: true }, { origin: 'https://example.org' })).status).toBe(403)
    expect((await put({ slowIndex: true }, { host: 'rebound.example.org' })).status).toBe(403)
    expect(faults.state().slowIndex).toBe(false)
    const own = await put({ slowIndex: true }, { origin: 'http://localhost:3000' })
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
    expect((await guarded.fetch(new Request(control, { method: 'OPTIONS' }))).status).toBe(204)
  })

  it('refuses what it does not know, and says what it knows', async () => {
    const { put, guarded } = createGuarded()
    for (const body of [{ earthquake: true }, { slowIndex: 1 }, 'x']) {
      const refused = await put(body)
      expect(refused.status).toBe(400)
      expect(await refused.text()).toContain(faultNames.join(', '))
    }
    expect((await guarded.fetch(new Request(control, { method: 'POST' }))).status).toBe(405)
  })
})
