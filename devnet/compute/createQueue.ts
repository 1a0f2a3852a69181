import type { EnvironmentConfiguration } from './environments'
import type { Job, JobStore } from './store'

export type QueueParameters = {
  store: JobStore
  environments: ReadonlyMap<string, EnvironmentConfiguration>
  /** Works on a job until it has ended or the signal's reason is `shutdown`. */
  run(jobId: string, signal: AbortSignal): Promise<void>
  log(line: string): void
}

export type Queue = {
  /** Starts what may start now. */
  wake(): void
  /** Ends a job wherever it stands. */
  stop(jobId: string): void
  running(environment: string): number
  /** Resolves when no job runs or waits. */
  idle(): Promise<void>
  /** Interrupts what runs; it goes on at the next start. */
  close(): Promise<void>
}

/** Milliseconds until a job that this server failed with is tried again. */
const retryTime = 60_000

type Entry = { owner: string; environment: string; control: AbortController; done: Promise<void> }

/**
 * Who is next: the owner with the fewest running jobs, among those the one who has waited longest since a start, and that
 * owner's oldest job.
 */
export function pickNext(
  waiting: readonly Job[],
  state: { running: readonly string[]; lastStart: ReadonlyMap<string, number> },
): Job | undefined {
  const rank = (job: Job): readonly [number, number] => {
    const owner = job.owner.toLowerCase()
    return [state.running.filter((other) => other === owner).length, state.lastStart.get(owner) ?? 0]
  }
  let best: { job: Job; rank: readonly [number, number] } | undefined
  for (const job of waiting) {
    const own = rank(job)
    if (!best || own[0] < best.rank[0] || (own[0] === best.rank[0] && own[1] < best.rank[1])) best = { job, rank: own }
  }
  return best?.job
}

/** Runs stored jobs, a bounded number at a time per environment, taking turns between owners. */
export function createQueue({ store, environments, run, log }: QueueParameters): Queue {
  const entries = new Map<string, Entry>()
  const lastStart = new Map<string, number>()
  /** Jobs this server failed to bring on by its own fault, such as a full disk; retrying at once would fail again. */
  const stuck = new Set<string>()
  const waitingForIdle = new Set<() => void>()
  let starts = 0
  let isClosed = false

  const inEnvironment = (environment: string) =>
    [...entries.values()].filter((entry) => entry.environment === environment)

  const launch = (job: Job) => {
    const control = new AbortController()
    const owner = job.owner.toLowerCase()
    starts += 1
    lastStart.set(owner, starts)
    const done = run(job.jobId, control.signal)
      .catch((error: unknown) => {
        stuck.add(job.jobId)
        setTimeout(() => {
          stuck.delete(job.jobId)
          wake()
        }, retryTime).unref()
        log(`Job ${job.jobId} is stuck, and tried again in a minute: ${error instanceof Error ? error.message : error}`)
      })
      .then(() => {
        entries.delete(job.jobId)
        wake()
      })
    entries.set(job.jobId, { owner, environment: job.environment, control, done })
  }

  const wake = () => {
    if (isClosed) return
    for (const { id, maxJobs } of environments.values()) {
      const waiting = store.unfinished(id).filter(({ jobId }) => !entries.has(jobId) && !stuck.has(jobId))
      while (waiting.length > 0 && inEnvironment(id).length < maxJobs) {
        const next = pickNext(waiting, { running: inEnvironment(id).map(({ owner }) => owner), lastStart })
        if (!next) break
        waiting.splice(waiting.indexOf(next), 1)
        launch(next)
      }
    }
    if (entries.size === 0) {
      for (const resolve of waitingForIdle) resolve()
      waitingForIdle.clear()
    }
  }

  return {
    wake,
    stop(jobId) {
      const entry = entries.get(jobId)
      if (entry) entry.control.abort('stop')
      else {
        const job = store.get(jobId)
        if (job && !isClosed) launch(job)
      }
    },
    running: (environment) => inEnvironment(environment).length,
    idle() {
      return new Promise((resolve) => {
        waitingForIdle.add(resolve)
        wake()
      })
    },
    async close() {
      isClosed = true
      for (const { control } of entries.values()) control.abort('shutdown')
      await Promise.all([...entries.values()].map(({ done }) => done))
      for (const resolve of waitingForIdle) resolve()
    },
  }
}
