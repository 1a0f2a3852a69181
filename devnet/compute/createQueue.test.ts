import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pickNext } from './createQueue'
import type { Job } from './store'
import { alice, bob, didOf } from './tests/createStandIn'
import { startCompute, type TestCompute, testEnvironment } from './tests/startCompute'
import type { ComputeJobStatus, ComputeWorkflow, JobEvent } from './types'

const waiting = (...jobs: [jobId: string, owner: string][]) => jobs.map(([jobId, owner]) => ({ jobId, owner }) as Job)
const untilStopped = 'import time\nprint("begun", flush=True)\ntime.sleep(600)'

describe('who is next', () => {
  test('is the owner with fewer running jobs, however long the other has waited', () => {
    const jobs = waiting(['1', alice], ['2', alice], ['3', bob])
    const state = { running: [alice.toLowerCase()], lastStart: new Map([[alice.toLowerCase(), 1]]) }
    expect(pickNext(jobs, state)?.jobId).toBe('3')
  })

  test('is, among equals, the owner who has not had a turn for longest', () => {
    const lastStart = new Map([
      [alice.toLowerCase(), 4],
      [bob.toLowerCase(), 3],
    ])
    expect(pickNext(waiting(['1', alice], ['2', bob], ['3', bob]), { running: [], lastStart })?.jobId).toBe('2')
  })

  test('is the oldest job of that owner, and nobody when nobody waits', () => {
    expect(pickNext(waiting(['1', bob], ['2', bob]), { running: [], lastStart: new Map() })?.jobId).toBe('1')
    expect(pickNext([], { running: [], lastStart: new Map() })).toBeUndefined()
  })
})

describe('the queue', () => {
  let test_: TestCompute

  beforeEach(async () => {
    test_ = await startCompute({
      environments: [
        { ...testEnvironment, maxJobs: 1, maxWaiting: 4 },
        { ...testEnvironment, id: 'other', maxJobs: 2 },
      ],
    })
  })
  afterEach(() => test_.close())

  const start = (workflow: ComputeWorkflow): ComputeJobStatus => {
    const [job] = test_.compute.start(workflow)
    if (!job) throw new Error('Nothing was started.')
    return job
  }
  const code = (rawcode: string, owner = bob, environment = 'test') =>
    test_.standIn.workflow({ rawcode, owner, environment })

  test('takes turns between owners and runs no more at a time than the environment allows', async () => {
    const ended: string[] = []
    const follow = async (name: string, job: ComputeJobStatus) => {
      await test_.until(job, ({ dateFinished }) => dateFinished !== null)
      ended.push(name)
    }
    const jobs: [string, string][] = [
      ['alice 1', alice],
      ['alice 2', alice],
      ['alice 3', alice],
      ['bob 1', bob],
    ]
    await Promise.all(jobs.map(([name, owner]) => follow(name, start(code(`print("${name}")`, owner)))))
    expect(ended).toEqual(['alice 1', 'bob 1', 'alice 2', 'alice 3'])
    await test_.compute.idle()
    expect(test_.compute.environments(8996).map(({ currentJobs }) => currentJobs)).toEqual([0, 0])
  })

  test('runs environments side by side and counts what runs', async () => {
    const jobs = [
      start(code(untilStopped)),
      start(code(untilStopped, bob, 'other')),
      start(code(untilStopped, alice, 'other')),
    ]
    await Promise.all(jobs.map((job) => test_.until(job, ({ status }) => status === 40)))
    expect(test_.compute.environments(8996)).toMatchObject([
      { id: 'test', currentJobs: 1, maxJobs: 1 },
      { id: 'other', currentJobs: 2, maxJobs: 2 },
    ])
    expect(test_.compute.environments(1)).toEqual([])
    expect(test_.compute.stop({ owner: bob }).map(({ stopreq }) => stopreq)).toEqual([1, 1])
    test_.compute.stop({ owner: alice })
    await test_.compute.idle()
  })

  test('refuses jobs when too many wait already', async () => {
    const running = start(code(untilStopped))
    for (let count = 0; count < 4; count++) start(code(untilStopped))
    const refusal = expect.objectContaining({ status: 503, message: '4 jobs are waiting already. Try again later.' })
    expect(() => start(code(untilStopped))).toThrow(refusal)
    test_.compute.stop({ owner: running.owner })
    await test_.compute.idle()
  })

  test('stops a job at every stage, and another owner stops nothing', async () => {
    const dataset = didOf('slow data')
    test_.standIn.assets.set(dataset, { files: ['data'] })
    const running = start(code(`open("/data/outputs/early", "w").write("kept")\n${untilStopped}`))
    await test_.until(running, ({ status }) => status === 40)
    const queued = start(code('print("never runs")'))
    expect(test_.compute.stop({ owner: alice, jobId: queued.jobId })).toEqual([])
    expect(test_.compute.stop({ owner: bob, jobId: queued.jobId })).toMatchObject([{ jobId: queued.jobId, stopreq: 1 }])
    const unstarted = await test_.until(queued, ({ dateFinished }) => dateFinished !== null)
    expect(unstarted).toMatchObject({
      status: 70,
      stopreq: 1,
      results: [{ type: 'algorithmLog', filesize: 0 }, {}, {}],
    })
    expect(test_.job(running.jobId)).toMatchObject({ status: 40, stopreq: 0 })

    const log = test_.compute.events({ owner: bob, jobId: running.jobId, signal: new AbortController().signal })
    for await (const event of log) if (event.type === 'log' && event.text.includes('begun')) break
    test_.compute.stop({ owner: bob, jobId: running.jobId })
    const stopped = await test_.until(running, ({ dateFinished }) => dateFinished !== null)
    expect(stopped).toMatchObject({ status: 70, stopreq: 1, results: [{ filename: 'early' }, {}, {}, {}] })

    const arrived = new Promise<void>((resolve) => {
      test_.standIn.beforeDownload = () => {
        resolve()
        return new Promise(() => undefined)
      }
    })
    const fetching = start(test_.standIn.workflow({ datasets: [dataset], rawcode: 'print("never runs")' }))
    await arrived
    test_.compute.stop({ owner: bob, jobId: fetching.jobId })
    expect(await test_.until(fetching, ({ dateFinished }) => dateFinished !== null)).toMatchObject({
      status: 70,
      stopreq: 1,
    })
  })
})

describe('the events of a job', () => {
  let test_: TestCompute

  beforeEach(async () => {
    test_ = await startCompute()
  })
  afterEach(() => test_.close())

  test('arrive while it runs, and a reader who comes back misses and repeats nothing', async () => {
    const [job] = test_.compute.start(
      test_.standIn.workflow({ rawcode: `for count in range(3): print(count)\n${untilStopped}` }),
    )
    if (!job) throw new Error('Nothing was started.')
    const { owner, jobId } = job
    const read = async (after: string | undefined, enough: (event: JobEvent) => boolean) => {
      const events: JobEvent[] = []
      const signal = new AbortController().signal
      for await (const event of test_.compute.events({ owner, jobId, signal, ...(after ? { after } : {}) })) {
        events.push(event)
        if (enough(event)) break
      }
      return events
    }
    const first = await read(undefined, (event) => event.type === 'log' && event.text.includes('begun'))
    expect(test_.job(jobId).status).toBe(40)
    test_.compute.stop({ owner, jobId })
    const second = await read(first.at(-1)?.id, () => false)
    const whole = await read(undefined, () => false)
    expect([...first, ...second]).toEqual(whole)
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
    const text = whole.map((event) => (event.type === 'log' && event.source === 'algorithm' ? event.text : '')).join('')
    expect(text).toBe('0\n1\n2\nbegun\n')
    const last = whole.at(-1)
    expect(last).toMatchObject({ type: 'status', job: { status: 70, stopreq: 1 } })
    expect(await read(last?.id, () => false)).toEqual([])
  })

  test('are the same for fifty readers at once, one of them slow, however much is printed', async () => {
    const [job] = test_.compute.start(
      test_.standIn.workflow({
        rawcode:
          'import time\nfor count in range(60_000):\n  print("line", count)\n  if count % 6000 == 0: time.sleep(0.05)',
      }),
    )
    if (!job) throw new Error('Nothing was started.')
    const { owner, jobId } = job
    const read = async (isSlow: boolean) => {
      const ids: string[] = []
      let text = ''
      for await (const event of test_.compute.events({ owner, jobId, signal: new AbortController().signal })) {
        ids.push(event.id)
        if (event.type === 'log' && event.source === 'algorithm') text += event.text
        if (isSlow) await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return { ids, text }
    }
    const seen = await Promise.all(Array.from({ length: 50 }, (_, index) => read(index === 7)))
    const lines = Array.from({ length: 60_000 }, (_, count) => `line ${count}\n`).join('')
    expect(seen[0]?.text).toBe(lines)
    for (const { ids, text } of seen) {
      expect(ids).toEqual(seen[0]?.ids)
      expect(text.length).toBe(lines.length)
    }
  })

  test('carry whatever bytes come, in whatever pieces, and a line that is not ended yet', async () => {
    const rawcode = `
import os, time
pieces = [b"begun ...", b" gr\\xc3", b"\\xbc\\xc3\\x9f ", b"\\x1b[3", b"1mred\\x1b[0", b"m \\xff\\x00", b"\\xe4\\xbd", b"\\xa0\\r", b"\\nlast"]
for piece in pieces:
    os.write(1, piece)
    time.sleep(0.15)
time.sleep(600)
`
    const [job] = test_.compute.start(test_.standIn.workflow({ rawcode }))
    if (!job) throw new Error('Nothing was started.')
    const { owner, jobId } = job
    let text = ''
    for await (const event of test_.compute.events({ owner, jobId, signal: new AbortController().signal })) {
      if (event.type !== 'log' || event.source !== 'algorithm') continue
      if (text === '') expect(event.text).toMatch(/^begun \.\.\.[^\n]*$/)
      text += event.text
      if (text.endsWith('last')) break
    }
    expect(text).toBe('begun ... grüß red \\xff\\x00你\nlast')
    test_.compute.stop({ owner, jobId })
    await test_.compute.idle()
  })

  test('end for a reader who hangs up', async () => {
    const [job] = test_.compute.start(test_.standIn.workflow({ rawcode: untilStopped }))
    if (!job) throw new Error('Nothing was started.')
    const control = new AbortController()
    const seen: number[] = []
    for await (const event of test_.compute.events({ owner: job.owner, jobId: job.jobId, signal: control.signal })) {
      if (event.type === 'status') seen.push(event.job.status)
      if (event.type === 'log' && event.text.includes('begun')) control.abort()
    }
    expect(seen).toEqual([1, 20, 30, 40])
    test_.compute.stop({ owner: job.owner })
    await test_.compute.idle()
  })
})
