import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { ComputeJobStatus } from '../types'
import { openWorkDirectory } from '../workDirectory'
import { alice, didOf } from './createStandIn'
import { startCompute, type TestCompute, testEnvironment } from './startCompute'

export type EscapeReport = {
  user: number
  runner: string
  description: string
  attempts: Record<string, { escaped: boolean; detail: string }>
  job: ComputeJobStatus
  publishLog: string
  /** Modes of the stored results, and who owns them. */
  stored: { mode: number; owner: number }[]
  /** Processes of the job that are still there after its end. */
  survivors: number
  bombs: Record<string, { status: string; log: string }>
  /** Folders of jobs that were not removed. */
  leftovers: string[]
}

const canary = 'OCEAN_COMPUTE_ESCAPE_CANARY'

/** Programs that use up what they can. Each prints how far it got. */
const bombs: Readonly<Record<string, string>> = {
  processes: `
import os, time
count = 0
try:
    while count < 300:
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        count += 1
except BlockingIOError:
    pass
print("forked", count)
`,
  threads: `
import threading, time
count = 0
try:
    while count < 300:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        count += 1
except RuntimeError:
    pass
print("started", count, flush=True)
import os
os._exit(0)
`,
  memory: `
blocks = []
for size in range(16, 8192, 16):
    blocks.append(bytearray(16 << 20))
    print("holds", size, "MiB", flush=True)
`,
  'shared memory': `
with open("/dev/shm/bomb", "wb") as file:
    for size in range(1, 4096):
        file.write(bytes(1 << 20))
        file.flush()
        print("holds", size, "MiB", flush=True)
`,
  'one file': `
with open("/data/outputs/bomb", "wb") as file:
    for size in range(1, 4096):
        file.write(bytes(1 << 20))
        file.flush()
        print("wrote", size, "MiB", flush=True)
`,
  'many files': `
import os
for count in range(1, 100000):
    open(f"/data/outputs/{count}", "w").close()
    if count % 500 == 0:
        print("made", count, flush=True)
`,
  'sparse file': `
import os
descriptor = os.open("/data/outputs/sparse", os.O_CREAT | os.O_WRONLY)
os.ftruncate(descriptor, 1 << 40)
print("made a sparse file")
`,
  'deep folders': `
import os, time
os.chdir("/data/outputs")
for depth in range(60):
    os.mkdir("x" * 200)
    os.chdir("x" * 200)
open("hidden", "wb").write(bytes(1 << 20))
print("hidden", flush=True)
time.sleep(1)
`,
  'scratch space': `
with open("/tmp/bomb", "wb") as file:
    for size in range(1, 4096):
        file.write(bytes(1 << 20))
        file.flush()
        print("wrote", size, "MiB", flush=True)
`,
}

const listen = (server: Server, where: string | number) =>
  new Promise<void>((resolve) =>
    typeof where === 'number' ? server.listen(where, '127.0.0.1', resolve) : server.listen(where, resolve),
  )

const countProcesses = (argument: string): number =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0').includes(argument)
    } catch {
      return false
    }
  }).length

async function attemptEscapes(test: TestCompute): Promise<Omit<EscapeReport, 'bombs' | 'leftovers'>> {
  const servers = [createServer(), createServer(), createServer()] as const
  const named = join(test.folder, 'server.sock')
  const abstract = `escape-${process.pid}`
  await Promise.all([listen(servers[0], 0), listen(servers[1], named), listen(servers[2], `\0${abstract}`)])
  process.env[canary] = canary
  const planted = join(test.folder, 'planted')
  writeFileSync(planted, 'secret', { mode: 0o644 })
  const dataset = didOf('another job')
  test.standIn.assets.set(dataset, { files: ['secret of another job'] })
  const waiting = 'import time\nprint("ready", flush=True)\ntime.sleep(600)'
  const [other] = test.compute.start(test.standIn.workflow({ datasets: [dataset], rawcode: waiting, owner: alice }))
  if (!other) throw new Error('Nothing was started.')
  await test.until(other, ({ status }) => status === 40)
  const otherJob = join(openWorkDirectory(test.folder), other.jobId)
  const sleep = `${86_400 + process.pid}`
  const targets = {
    port: (servers[0].address() as AddressInfo).port,
    socket: named,
    abstract,
    planted,
    canary,
    folder: test.folder,
    otherJob,
    otherInput: join(otherJob, 'data', 'inputs', dataset.slice(7), '0'),
    pid: process.pid,
    sleep,
  }
  const program = readFileSync(new URL('escape.py', import.meta.url), 'utf8')
  const job = await test.finish(
    test.standIn.workflow({
      rawcode: `import json\nTARGETS = json.loads(${JSON.stringify(JSON.stringify(targets))})\n${program}`,
    }),
  )
  const survivors = countProcesses(sleep)
  test.compute.stop({ owner: alice })
  const text = async (name: string) => (await test.read(job, name)).toString('utf8')
  const results = job.results === '' ? [] : job.results
  if (!results.some(({ filename }) => filename === 'report.json'))
    throw new Error(`${job.statusText}\n${await text('algorithm.log')}`)
  const report: Omit<EscapeReport, 'bombs' | 'leftovers'> = {
    user: process.getuid?.() ?? -1,
    runner: test.compute.runner,
    description: test.compute.description,
    attempts: JSON.parse(await text('report.json')),
    job,
    publishLog: await text('publish.log'),
    stored: results.map((_, index) => {
      const { mode, uid } = statSync(test.compute.result({ owner: job.owner, jobId: job.jobId, index }).path)
      return { mode: mode & 0o7777, owner: uid }
    }),
    survivors,
  }
  for (const server of servers) server.close()
  return report
}

/** Runs the escape program and the bombs as jobs of a backend of its own. */
export async function runEscapes(): Promise<EscapeReport> {
  const test = await startCompute({ environments: [{ ...testEnvironment, ramGB: 0.25, maxJobs: 2 }] })
  try {
    const escapes = await attemptEscapes(test)
    const outcomes: EscapeReport['bombs'] = {}
    for (const [name, rawcode] of Object.entries(bombs)) {
      const job = await test.finish(test.standIn.workflow({ rawcode }))
      const log = (await test.read(job, 'algorithm.log')).toString('utf8')
      outcomes[name] = { status: `${job.status} ${job.statusText}`, log: log.trim().split('\n').slice(-8).join('\n') }
    }
    await test.compute.idle()
    const left = readdirSync(openWorkDirectory(test.folder), { withFileTypes: true })
    return {
      ...escapes,
      bombs: outcomes,
      leftovers: left.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    }
  } finally {
    await test.close()
  }
}
