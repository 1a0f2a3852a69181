import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { RunnerChoice } from '../chooseRunner'
import { runTool } from '../runners/runTool'
import type { ComputeJobStatus } from '../types'
import { openWorkDirectory } from '../workDirectory'
import { bombs } from './bombs'
import { alice, didOf, type StandIn } from './createStandIn'
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
  /** Whether shared memory the job has made can be seen outside. */
  isSharedLeft: boolean
  bombs: Record<string, { status: string; log: string }>
  /** Folders of jobs that were not removed. */
  leftovers: string[]
}

const canary = 'OCEAN_COMPUTE_ESCAPE_CANARY'

const machinePaths = [
  '/etc/hostname',
  '/etc/passwd',
  '/etc/hosts',
  '/etc/resolv.conf',
  '/etc/machine-id',
  '/root',
  '/home',
  '/var',
  '/run',
  '/srv',
  '/mnt',
  '/tmp',
  '/var/tmp',
]

const listen = (server: Server, where: string | number) =>
  new Promise<void>((resolve) =>
    typeof where === 'number' ? server.listen(where, '127.0.0.1', resolve) : server.listen(where, resolve),
  )

/** Processes one of whose arguments is this. */
const processesWith = (argument: string): number[] =>
  readdirSync('/proc')
    .filter((name) => {
      if (!/^\d+$/.test(name)) return false
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0').includes(argument)
      } catch {
        return false
      }
    })
    .map(Number)

/** What files and folders of this machine hold, to be recognised by. */
function fingerprints(): Record<string, string[] | string> {
  const known: Record<string, string[] | string> = {}
  for (const path of machinePaths) {
    try {
      known[path] = statSync(path).isDirectory()
        ? readdirSync(path).sort()
        : readFileSync(path).subarray(0, 4096).toString('hex')
    } catch {
      // Not on this machine, or not for this user.
    }
  }
  return known
}

/** System V shared memory by identifier: its key, or undefined. */
const sharedMemory = (): Map<string, number> =>
  new Map(
    readFileSync('/proc/sysvipc/shm', 'latin1')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .map(([key, id]) => [id ?? '', Number(key)]),
  )

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
  const leftKey = 0x0cea0000 + (process.pid & 0xffff)
  const segment = /(\d+)\s*$/.exec(await runTool('ipcmk', ['-M', '4096', '-p', '0666']))?.[1] ?? ''
  const targets = {
    port: (servers[0].address() as AddressInfo).port,
    socket: named,
    abstract,
    planted,
    canary,
    folder: test.folder,
    otherJob,
    otherInput: join(otherJob, 'data', 'inputs', dataset.slice(7), '0'),
    otherProcesses: processesWith('/data/transformations/algorithm'),
    pid: process.pid,
    sleep,
    hasImage: test.compute.runner === 'docker',
    hostname: hostname(),
    machine: fingerprints(),
    terminals: existsSync('/dev/pts') ? statSync('/dev/pts').dev : 0,
    sharedKey: sharedMemory().get(segment) ?? 0,
    leftKey,
  }
  const program = ['escape.py', 'kernel.py', 'leftovers.py']
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('\n')
  const job = await test.finish(
    test.standIn.workflow({
      rawcode: `import json\nTARGETS = json.loads(${JSON.stringify(JSON.stringify(targets))})\n${program}`,
    }),
  )
  const survivors = processesWith(sleep).length
  const isSharedLeft = [...sharedMemory().values()].includes(leftKey)
  await runTool('ipcrm', ['-m', segment])
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
    isSharedLeft,
  }
  for (const server of servers) server.close()
  return report
}

/** Runs the escape program and the bombs as jobs of a backend of its own. */
export async function runEscapes(options: { runner: RunnerChoice; image?: StandIn['image'] }): Promise<EscapeReport> {
  const { runner, image } = options
  const test = await startCompute({ runner, environments: [{ ...testEnvironment, ramGB: 0.25, maxJobs: 2 }] })
  if (image) test.standIn.image = image
  try {
    const escapes = await attemptEscapes(test)
    const outcomes: EscapeReport['bombs'] = {}
    const runBomb = async ([name, rawcode]: [string, string]) => {
      const job = await test.finish(test.standIn.workflow({ rawcode }))
      const log = (await test.read(job, 'algorithm.log')).toString('utf8')
      outcomes[name] = { status: `${job.status} ${job.statusText}`, log: log.trim().split('\n').slice(-8).join('\n') }
    }
    await Promise.all(Object.entries(bombs).map(runBomb))
    await test.compute.idle()
    const daemons = processesWith('98765').length
    const left = readdirSync(openWorkDirectory(test.folder), { withFileTypes: true })
    return {
      ...escapes,
      survivors: escapes.survivors + daemons,
      bombs: outcomes,
      leftovers: left.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    }
  } finally {
    await test.close()
  }
}
