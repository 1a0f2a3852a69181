import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clearCompute, clearOrphans } from './clearCompute'
import { bob, createStandIn, didOf, type StandIn } from './tests/createStandIn'
import { killServer } from './tests/killServer'
import { startCompute } from './tests/startCompute'
import type { ComputeWorkflow, JobEvent } from './types'
import { openWorkDirectory } from './workDirectory'

let folder: string
let standIn: StandIn

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compute-'))
  await chmod(folder, 0o755)
  standIn = await createStandIn()
})
afterEach(async () => {
  await standIn.close()
  await rm(folder, { recursive: true, force: true })
})

const killAt = (isTime: (event: JobEvent) => boolean, workflow?: ComputeWorkflow) =>
  killServer({ folder, aquariusUrl: standIn.url, isTime, ...(workflow ? { workflow } : {}) })

const isAtStatus = (status: number) => (event: JobEvent) => event.type === 'status' && event.job.status === status
const prints = (text: string) => (event: JobEvent) => event.type === 'log' && event.text.includes(text)

const processesWith = (argument: string): string[] =>
  readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0').includes(argument)
    } catch {
      return false
    }
  })

const mountsBelow = (path: string) =>
  readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line.includes(path))

describe('a server that is killed', () => {
  test('takes every process of its jobs with it, detached ones too', async () => {
    const marker = `${70_000 + process.pid}`
    const rawcode = `
import os, signal
if os.fork() == 0:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.execv("/bin/sleep", ["sleep", "${marker}"])
print("ready", flush=True)
os.execv("/bin/sleep", ["sleep", "${marker}"])
`
    await killAt(prints('ready'), standIn.workflow({ rawcode }))
    while (processesWith(marker).length > 0) await delay(10)
    const next = await startCompute({ folder, standIn })
    next.compute.stop({ owner: bob })
    await next.compute.idle()
    expect(processesWith(marker)).toEqual([])
    expect(mountsBelow(folder)).toEqual([])
    await next.close()
  })

  test('while an algorithm runs: the next one runs it again, without fetching anything twice', async () => {
    const [dataset, algorithm] = [didOf('data'), didOf('slow algorithm')]
    standIn.assets.set(dataset, { files: ['data'] })
    standIn.assets.set(algorithm, {
      files: [
        'import time\nprint("begun", flush=True)\ntime.sleep(1)\nopen("/data/outputs/result", "w").write("done")\n',
      ],
    })
    await killAt(prints('begun'), standIn.workflow({ datasets: [dataset], algorithm }))
    const fetched = standIn.downloads.length
    const next = await startCompute({ folder, standIn })
    const [left] = next.compute.status({ owner: bob })
    if (!left) throw new Error('The job is forgotten.')
    const job = await next.until(left, ({ dateFinished }) => dateFinished !== null)
    expect(job).toMatchObject({ status: 70, results: [{ filename: 'result' }, {}, {}, {}] })
    expect((await next.read(job, 'result')).toString('utf8')).toBe('done')
    expect((await next.read(job, 'algorithm.log')).toString('utf8')).toBe(
      'begun\n[The server was interrupted. The algorithm is run again from its beginning.]\nbegun\n',
    )
    expect(standIn.downloads.length).toBe(fetched)
    await next.compute.idle()
    const work = openWorkDirectory(folder)
    expect(existsSync(join(work, job.jobId))).toBe(false)
    expect(mountsBelow(work)).toEqual([])
    await next.close()
  })

  test('twice while the same algorithm runs: the job fails and says why', async () => {
    const rawcode = 'import time\nprint("begun", flush=True)\ntime.sleep(600)'
    await killAt(prints('begun'), standIn.workflow({ rawcode }))
    let begun = 0
    await killAt((event) => prints('begun')(event) && ++begun === 2)
    const next = await startCompute({ folder, standIn })
    const [left] = next.compute.status({ owner: bob })
    if (!left) throw new Error('The job is forgotten.')
    const job = await next.until(left, ({ dateFinished }) => dateFinished !== null)
    expect(job).toMatchObject({
      status: 41,
      statusText: 'Algorithm failed: the server was interrupted 2 times while it ran',
    })
    await next.close()
  })

  test('while data is fetched: the next one fetches it anew and finishes the job', async () => {
    const dataset = didOf('data')
    standIn.assets.set(dataset, { files: ['data'] })
    standIn.beforeDownload = () => new Promise(() => undefined)
    await killAt(isAtStatus(20), standIn.workflow({ datasets: [dataset], rawcode: 'print("finished after all")' }))
    standIn.beforeDownload = () => undefined
    const next = await startCompute({ folder, standIn })
    const [left] = next.compute.status({ owner: bob })
    if (!left) throw new Error('The job is forgotten.')
    const job = await next.until(left, ({ dateFinished }) => dateFinished !== null)
    expect(job.status).toBe(70)
    await next.close()
  })
})

test('everything a killed server left can be forgotten', async () => {
  await killAt(
    prints('ready'),
    standIn.workflow({ rawcode: 'import time\nprint("ready", flush=True)\ntime.sleep(600)' }),
  )
  await clearCompute(folder)
  expect(readdirSync(folder)).toEqual([])
  expect(mountsBelow(folder)).toEqual([])
})

test('what is left of a server whose data was deleted goes when another one starts', async () => {
  await chmod(folder, 0o700)
  await killAt(
    prints('ready'),
    standIn.workflow({ rawcode: 'import time\nprint("ready", flush=True)\ntime.sleep(600)' }),
  )
  const work = openWorkDirectory(folder)
  await clearOrphans()
  expect(existsSync(work)).toBe(true)
  await rm(folder, { recursive: true })
  await clearOrphans()
  expect(existsSync(work)).toBe(false)
  expect(mountsBelow(work)).toEqual([])
})

describe('a server that is closed', () => {
  test('interrupts its jobs, which go on at the next start without counting it as a failure', async () => {
    const first = await startCompute({ folder, standIn })
    const rawcode = 'import time\nprint("begun", flush=True)\ntime.sleep(0.5)'
    const [started] = first.compute.start(standIn.workflow({ rawcode }))
    if (!started) throw new Error('Nothing was started.')
    for (let round = 0; round < 3; round++) {
      await first.until(started, ({ status }) => status === 40)
      await first.reopen()
    }
    const job = await first.until(started, ({ dateFinished }) => dateFinished !== null)
    expect(job.status).toBe(70)
    await first.close()
  })
})
