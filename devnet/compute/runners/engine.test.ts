import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Docker from 'dockerode'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bob, createStandIn } from '../tests/createStandIn'
import { runEscapes } from '../tests/escapeRun'
import { killServer } from '../tests/killServer'
import { startCompute } from '../tests/startCompute'
import { openWorkDirectory } from '../workDirectory'
import { createDockerRunner } from './createDockerRunner'
import { jobLabel } from './dockerOptions'

/** An engine with this image on the machine is tried out; nothing is fetched. */
const image = { image: 'python', tag: '3-slim', checksum: '' }

const scratch = mkdtempSync(join(tmpdir(), 'engine-'))
chmodSync(scratch, 0o755)
const probe = await createDockerRunner({ workDirectory: scratch, mayPullProbeImage: false }).probe()
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('an engine is found to hold, or it is said why it is not used and what would help', () => {
  const isAnswered = probe.ok
    ? /^Docker: .* no network, .* system call filter/.test(probe.description)
    : probe.reason !== '' && probe.fix !== ''
  expect(isAnswered).toBe(true)
})

const containers = () => new Docker().listContainers({ all: true, filters: { label: [jobLabel] } })

describe.each(probe.ok ? ['Docker'] : [])('a job in %s', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-'))
    chmodSync(folder, 0o755)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('gets out in none of two hundred ways, exhausts nothing and leaves nothing', async () => {
    const report = await runEscapes({ runner: 'docker', image })
    expect(Object.entries(report.attempts).filter(([, { escaped }]) => escaped)).toEqual([])
    expect([report.survivors, report.isSharedLeft, report.leftovers]).toEqual([0, false, []])
    expect(report.bombs.memory?.status).toBe('41 Algorithm ran out of memory (limit 0.25 GB)')
    expect(report.bombs.processes?.log).toMatch(/forked [1-6]\d$/)
    for (const name of ['one file', 'many files', 'sparse file', 'scratch space']) {
      expect([name, report.bombs[name]?.status]).toEqual([name, '42 Algorithm ran out of disk space (limit 0.0625 GB)'])
    }
    expect(await containers()).toEqual([])
  }, 240_000)

  test('goes on when the server is killed, and is followed to its end by the next one', async () => {
    const standIn = await createStandIn()
    standIn.image = image
    const rawcode =
      'import time\nopen("/data/outputs/result", "w").write("kept")\nprint("begun", flush=True)\ntime.sleep(4)\nprint("ended")'
    const isTime = (event: { type: string; text?: string }) => event.type === 'log' && `${event.text}`.includes('begun')
    const workflow = standIn.workflow({ rawcode })
    await killServer({ folder, aquariusUrl: standIn.url, runner: 'docker', workflow, isTime })
    expect(await containers()).toHaveLength(1)
    const next = await startCompute({ folder, standIn, runner: 'docker' })
    const [left] = next.compute.status({ owner: bob })
    if (!left) throw new Error('The job is forgotten.')
    const job = await next.until(left, ({ dateFinished }) => dateFinished !== null)
    expect(job).toMatchObject({ status: 70, results: [{ filename: 'result' }, {}, {}, {}] })
    expect((await next.read(job, 'result')).toString('utf8')).toBe('kept')
    expect((await next.read(job, 'algorithm.log')).toString('utf8')).toBe('begun\nended\n')
    await next.compute.idle()
    expect(await containers()).toEqual([])
    expect(readdirSync(openWorkDirectory(folder)).filter((name) => name === job.jobId)).toEqual([])
    await next.close()
  })

  test('that nobody knows any more is removed at the next start', async () => {
    const standIn = await createStandIn()
    standIn.image = image
    const rawcode = 'import time\nprint("begun", flush=True)\ntime.sleep(600)'
    const isTime = (event: { type: string; text?: string }) => event.type === 'log' && `${event.text}`.includes('begun')
    const workflow = standIn.workflow({ rawcode })
    await killServer({ folder, aquariusUrl: standIn.url, runner: 'docker', workflow, isTime })
    rmSync(join(folder, 'compute.sqlite'))
    rmSync(join(folder, 'compute.sqlite-wal'), { force: true })
    const next = await startCompute({ folder, standIn, runner: 'docker' })
    expect(await containers()).toEqual([])
    await next.close()
  })

  test('whose image cannot be had fails as such, and one that is stopped ends at once', async () => {
    const compute = await startCompute({ folder, runner: 'docker' })
    compute.standIn.image = { image: 'localhost:9/nobody/nothing', tag: '1', checksum: '' }
    const refused = await compute.finish(compute.standIn.workflow({ rawcode: 'print("never runs")' }))
    expect(refused.status).toBe(11)
    expect(refused.statusText).toMatch(
      /^Algorithm could not be started: Image localhost:9\/nobody\/nothing:1 cannot be/,
    )
    compute.standIn.image = image
    const [started] = compute.compute.start(compute.standIn.workflow({ rawcode: 'import time\ntime.sleep(600)' }))
    if (!started) throw new Error('Nothing was started.')
    await compute.until(started, ({ status }) => status === 40)
    compute.compute.stop({ owner: bob, jobId: started.jobId })
    expect(await compute.until(started, ({ dateFinished }) => dateFinished !== null)).toMatchObject({
      status: 70,
      stopreq: 1,
    })
    await compute.compute.idle()
    expect(await containers()).toEqual([])
    await compute.close()
  })
})
