import type { AlgorithmContainer } from '../types'

export type Isolation = 'strong' | 'standard' | 'weak'

/** What a job may use up. */
export type RunnerLimits = {
  memoryBytes: number
  /** Everything below outputs and logs together. */
  diskBytes: number
  /** Files and folders below outputs and logs together. */
  diskEntries: number
  processes: number
  /** Processors it may keep busy. */
  cpus: number
  /** Seconds of processor time one process may burn. */
  cpuSeconds: number
}

export type RunnerJob = {
  jobId: string
  /** Number no other running job of this server has; it decides the user id. */
  slot: number
  /** The job's own folder; `data/{inputs,transformations,ddos}` are in place. */
  directory: string
  entrypoint: string
  container: AlgorithmContainer
  variables: Readonly<Record<string, string>>
  limits: RunnerLimits
  /** Receives what the job prints, in order. */
  onOutput(chunk: Uint8Array): void
}

/** Why a job may be ended before its time. */
export type StopCause = 'stop' | 'timeout' | 'shutdown'

export type RunnerExit = {
  /** As a shell reports it: 128 + n after signal n. */
  code: number
  cause: 'exit' | 'memory' | 'disk' | 'processes' | StopCause
}

export type RunningJob = {
  /** Folders the job could write, each holding what it left there. */
  outputs: string
  logs: string
  /** Resolves when no process of the job is left. Rejects when it could not be started. */
  exited: Promise<RunnerExit>
  /** Lets go of what the job occupied. Called after its results were collected. */
  release(): Promise<void>
}

export type RunnerProbe =
  | {
      ok: true
      isolation: Isolation
      /** What holds a job, for people. */
      description: string
      /** Python version and packages, for runners that use the host's. */
      python?: string
    }
  | { ok: false; reason: string; fix: string }

/** Something that can run an algorithm apart from everything else. */
export type Runner = {
  name: 'bubblewrap' | 'docker' | 'unsafe-local'
  /** Really runs a program, which really tries to get out. */
  probe(): Promise<RunnerProbe>
  /** Why this container cannot run, or undefined. */
  refuses(container: AlgorithmContainer): string | undefined
  start(job: RunnerJob): Promise<RunningJob>
  stop(jobId: string, cause: StopCause): void
  /** Takes hold of a job an earlier server left running. Where such jobs die with it: clears away what is left of it. */
  adopt(job: RunnerJob): Promise<RunningJob | undefined>
  /** Removes what earlier servers left behind, but for the given jobs. */
  sweep(keep: ReadonlySet<string>): Promise<void>
}

/** The image is not to be had: the job never began. */
export class ImageUnavailableError extends Error {
  override readonly name = 'ImageUnavailableError'
}
