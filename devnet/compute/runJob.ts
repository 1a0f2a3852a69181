import { randomBytes } from 'node:crypto'
import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collectResults, reservedName } from './collectResults'
import { describeExit } from './describeExit'
import type { EnvironmentConfiguration } from './environments'
import { createJobLog, type JobLog } from './jobLog'
import { type JobStatus, jobStatus } from './jobStatus'
import { jobVariables, ProvisionError, provision } from './provision'
import { removeTree } from './removeTree'
import { isVolumeLost } from './runners/outputVolume'
import { ImageUnavailableError, type Runner, type RunnerJob, type RunningJob, type StopCause } from './runners/Runner'
import type { ServiceClient } from './serviceClient'
import type { Job, JobStore } from './store'
import { timeLimitOf } from './timeLimitOf'

export type JobContext = {
  store: JobStore
  runner: Runner
  client: ServiceClient
  environments: ReadonlyMap<string, EnvironmentConfiguration>
  workDirectory: string
  resultsDirectory: string
  allowPrivateAddresses: boolean
  /** Gives a number no other running job has, and takes it back. */
  slots: { take(): number; give(slot: number): void }
  log(line: string): void
}

/** One server's hold on a job it is working on. */
type Hold = { context: JobContext; signal: AbortSignal; running?: RunningJob; slot?: number }

type Step = (hold: Hold, job: Job) => Promise<void>

const mostAttempts = 2
const processLimit = 64
const mostEntries = 4096
const mostResults = 64
const gigabyte = 1 << 30
const tailLength = 2000
const provisionedMark = '.provisioned'

const isShutdown = (signal: AbortSignal) => signal.aborted && signal.reason === 'shutdown'
const messageOf = (error: unknown) => (error instanceof Error ? error.message : `${error}`)
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Where a job's folder is. */
const jobDirectory = (workDirectory: string, jobId: string): string => join(workDirectory, jobId)

function environmentOf(context: JobContext, job: Job): EnvironmentConfiguration {
  const environment = context.environments.get(job.environment)
  if (!environment) throw new Error(`Environment ${job.environment} is no longer offered.`)
  return environment
}

const skipIfStopped =
  (step: Step): Step =>
  async (hold, job) => {
    if (job.stopRequested > 0) hold.context.store.advance(job, jobStatus.publishing)
    else await step(hold, job)
  }

const begin: Step = async ({ context }, job) => {
  context.store.advance(job, jobStatus.configuring)
}

const configure: Step = async ({ context, signal }, job) => {
  const { store, client, allowPrivateAddresses } = context
  const directory = jobDirectory(context.workDirectory, job.jobId)
  const log = (line: string) => store.appendLog(job.jobId, 'configure', `${line}\n`)
  try {
    const maxBytes = environmentOf(context, job).diskGB * gigabyte
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await rm(join(directory, provisionedMark), { force: true })
    await provision({ workflow: job.workflow, directory, client, maxBytes, allowPrivateAddresses, signal, log })
    await writeFile(join(directory, provisionedMark), '')
    store.advance(job, jobStatus.provisioned)
  } catch (error) {
    if (signal.aborted) return
    // First of all room, which the record of the failure needs as well.
    await removeTree(join(directory, 'data'))
    log(`Failed: ${messageOf(error)}`)
    const status = error instanceof ProvisionError ? error.status : jobStatus.dataFailed
    store.advance(job, status)
  }
}

function runnerJob(hold: Hold, job: Job, log: JobLog): RunnerJob {
  const { context } = hold
  const environment = environmentOf(context, job)
  hold.slot ??= context.slots.take()
  return {
    jobId: job.jobId,
    slot: hold.slot,
    directory: jobDirectory(context.workDirectory, job.jobId),
    entrypoint: job.workflow.algorithm.container.entrypoint,
    container: job.workflow.algorithm.container,
    variables: jobVariables(job.workflow, randomBytes(16).toString('hex')),
    limits: {
      memoryBytes: environment.ramGB * gigabyte,
      diskBytes: environment.diskGB * gigabyte,
      diskEntries: mostEntries,
      processes: processLimit,
      cpus: environment.cpuNumber,
      cpuSeconds: environment.maxJobDuration * Math.max(1, environment.cpuNumber),
    },
    onOutput: (chunk) => log.write(chunk),
  }
}

const launch: Step = async (hold, job) => {
  const { context, signal } = hold
  const { store, runner, workDirectory } = context
  if (!(await exists(join(jobDirectory(workDirectory, job.jobId), provisionedMark)))) {
    store.advance(job, jobStatus.configuring)
    return
  }
  const change = { attempts: job.attempts + 1, startedAt: Date.now(), exitCode: null }
  if (!store.advance(job, jobStatus.running, change)) return
  const started = store.get(job.jobId) ?? job
  const log = createJobLog(store, { jobId: job.jobId, source: 'algorithm' })
  const release = limit(hold, started)
  try {
    hold.running = await runner.start(runnerJob(hold, started, log))
    await follow(hold, started, log)
  } catch (error) {
    log.flush()
    const from = { ...job, status: jobStatus.running }
    if (signal.aborted && !hold.running) {
      if (isShutdown(signal)) store.advance(from, jobStatus.provisioned, { attempts: job.attempts })
      else store.advance(from, jobStatus.publishing)
      return
    }
    const status = error instanceof ImageUnavailableError ? jobStatus.pullingFailed : jobStatus.algorithmFailed
    store.advance(from, status, { text: `Algorithm could not be started: ${messageOf(error)}` })
    hold.context.log(`Job ${job.jobId} could not be started: ${messageOf(error)}`)
  } finally {
    release()
  }
}

const timeLimitFor = (context: JobContext, job: Job): number =>
  timeLimitOf({
    environment: environmentOf(context, job),
    validUntil: job.workflow.validUntil,
    startedAt: job.startedAt ?? Date.now(),
  })

/** Ends what the runner does for a job when its time is up or somebody wants it to. Returns how to let go. */
function limit({ context, signal }: Hold, job: Job): () => void {
  const end = (job.startedAt ?? Date.now()) + timeLimitFor(context, job) * 1000
  const timer = setTimeout(() => context.runner.stop(job.jobId, 'timeout'), Math.max(0, end - Date.now()))
  const interrupt = () => context.runner.stop(job.jobId, signal.reason as StopCause)
  signal.addEventListener('abort', interrupt, { once: true })
  return () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', interrupt)
  }
}

async function follow(hold: Hold, job: Job, log: JobLog): Promise<void> {
  const { context, signal, running } = hold
  const { store, runner } = context
  if (!running) return
  const environment = environmentOf(context, job)
  if (signal.aborted) runner.stop(job.jobId, signal.reason as StopCause)
  const exit = await running.exited
  log.flush()
  if (exit.cause === 'shutdown') {
    store.advance({ ...job, status: jobStatus.running }, jobStatus.provisioned, { attempts: job.attempts - 1 })
    return
  }
  const timeLimit = timeLimitFor(context, job)
  const logTail = store.log(job.jobId, 'algorithm').slice(-tailLength)
  const { status, text, stopRequested } = describeExit({ exit, environment, timeLimit, processLimit, logTail })
  const change = { exitCode: exit.code, ...(text ? { text } : {}), ...(stopRequested ? { stopRequested } : {}) }
  store.advance({ ...job, status: jobStatus.running }, status, change)
}

/** A job that is found running at the start: a server before this one was killed. */
const recover: Step = async (hold, job) => {
  const { store, runner } = hold.context
  const log = createJobLog(store, { jobId: job.jobId, source: 'algorithm', isReplayed: true })
  hold.running = await runner.adopt(runnerJob(hold, job, log))
  if (!hold.running) {
    await restart(hold, job)
    return
  }
  const release = limit(hold, job)
  await follow(hold, job, log).finally(release)
}

async function restart({ context }: Hold, job: Job): Promise<void> {
  const { store } = context
  if (job.stopRequested > 0) {
    store.advance(job, jobStatus.publishing)
  } else if (job.attempts < mostAttempts) {
    const begun = store.log(job.jobId, 'algorithm')
    const lineEnd = begun === '' || begun.endsWith('\n') ? '' : '\n'
    const note = '[The server was interrupted. The algorithm is run again from its beginning.]\n'
    store.appendLog(job.jobId, 'algorithm', `${lineEnd}${note}`)
    store.advance(job, jobStatus.provisioned)
  } else {
    const text = `Algorithm failed: the server was interrupted ${job.attempts} times while it ran`
    store.advance(job, jobStatus.algorithmFailed, { text })
  }
}

const finalStatus = (status: JobStatus): JobStatus => (status === jobStatus.publishing ? jobStatus.finished : status)

const publish: Step = async (hold, job) => {
  const { store, resultsDirectory, workDirectory } = hold.context
  const { jobId, status } = job
  const directory = jobDirectory(workDirectory, jobId)
  const wasRun = job.attempts > 0
  const volume = join(directory, 'data', 'volume')
  // The folder for logs is made last: a server may have been killed before it was there.
  const isHere = (await exists(join(volume, 'logs'))) && !(await isVolumeLost(directory))
  if (!hold.running && wasRun && !isHere && status === jobStatus.publishing && job.stopRequested === 0) {
    await restart(hold, job)
    return
  }
  const log = (line: string) => store.appendLog(jobId, 'publish', `${line}\n`)
  const folders = isHere
    ? [{ path: join(volume, 'outputs') }, { path: join(volume, 'logs'), ignore: [reservedName] }]
    : []
  const logs = [
    { filename: reservedName, type: 'algorithmLog', read: () => store.log(jobId, 'algorithm') },
    { filename: 'configure.log', type: 'configrationLog', read: () => store.log(jobId, 'configure') },
    { filename: 'publish.log', type: 'publishLog', read: () => store.log(jobId, 'publish') },
  ]
  const limits = { files: mostResults, bytes: (hold.context.environments.get(job.environment)?.diskGB ?? 1) * gigabyte }
  try {
    const results = await collectResults({ folders, logs, destination: join(resultsDirectory, jobId), limits, log })
    store.finish(jobId, { from: status, to: finalStatus(status), results })
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOSPC' ? "the server's disk is full" : messageOf(error)
    await rm(join(resultsDirectory, jobId), { recursive: true, force: true }).catch(() => undefined)
    store.finish(jobId, {
      from: status,
      to: jobStatus.publishingFailed,
      text: `Publishing results failed: ${why}`,
      results: [],
    })
  }
}

const steps: Readonly<Partial<Record<JobStatus, Step>>> = {
  [jobStatus.warmingUp]: skipIfStopped(begin),
  [jobStatus.configuring]: skipIfStopped(configure),
  [jobStatus.provisioned]: skipIfStopped(launch),
  [jobStatus.running]: recover,
  [jobStatus.dataFailed]: publish,
  [jobStatus.algorithmUnavailable]: publish,
  [jobStatus.pullingFailed]: publish,
  [jobStatus.algorithmFailed]: publish,
  [jobStatus.diskExceeded]: publish,
  [jobStatus.publishing]: publish,
}

/**
 * Brings a job from wherever it stands to its end. Each step ends in a stored status, so that a server that was killed
 * between two of them goes on where the last one stopped.
 *
 * @param signal - Aborted with the reason `stop` (the owner's wish) or `shutdown` (the server's; the job goes on at the next start).
 */
export async function runJob(context: JobContext, jobId: string, signal: AbortSignal): Promise<void> {
  const { store, workDirectory } = context
  const hold: Hold = { context, signal }
  try {
    for (let job = store.get(jobId); job && job.dateFinished === null; job = store.get(jobId)) {
      if (isShutdown(signal) && steps[job.status] !== publish) return
      const step = steps[job.status]
      if (!step) throw new Error(`Job ${jobId} stands at ${job.status}, from where there is no way on.`)
      await step(hold, job)
    }
  } finally {
    await hold.running?.release()
    if (store.get(jobId)?.dateFinished) {
      if (!hold.running) await context.runner.sweep(new Set(store.unfinished().map((job) => job.jobId)))
      await removeTree(jobDirectory(workDirectory, jobId))
    }
    if (hold.slot !== undefined) context.slots.give(hold.slot)
  }
}
