import type { EnvironmentConfiguration } from './environments'
import { type JobStatus, jobStatus } from './jobStatus'
import type { RunnerExit } from './runners/Runner'

export type ExitDescription = { status: JobStatus; text?: string; stopRequested?: number }

export type DescribeExitParameters = {
  exit: RunnerExit
  environment: EnvironmentConfiguration
  /** Seconds the algorithm was given. */
  timeLimit: number
  processLimit: number
  /** Last lines the algorithm printed. */
  logTail: string
}

const outOfMemory = /\bMemoryError\b|Cannot allocate memory|std::bad_alloc/
const outOfSpace = /No space left on device|File too large/
const outOfProcesses = /Resource temporarily unavailable|can't start new thread|Cannot fork/
const firstSignal = 128
const processorTimeSignal = 24
const timeLimitHit = 2

/** What the end of an algorithm means for its job, in the words its owner reads. */
export function describeExit({
  exit,
  environment,
  timeLimit,
  processLimit,
  logTail,
}: DescribeExitParameters): ExitDescription {
  const failed = (text: string): ExitDescription => ({ status: jobStatus.algorithmFailed, text })
  const memory = failed(`Algorithm ran out of memory (limit ${environment.ramGB} GB)`)
  const processes = failed(`Algorithm started too many processes (limit ${processLimit})`)
  const disk = {
    status: jobStatus.diskExceeded,
    text: `Algorithm ran out of disk space (limit ${environment.diskGB} GB)`,
  }
  switch (exit.cause) {
    case 'stop':
    case 'shutdown':
      return { status: jobStatus.publishing }
    case 'timeout':
      return { ...failed(`Algorithm stopped at its time limit of ${timeLimit} s`), stopRequested: timeLimitHit }
    case 'memory':
      return memory
    case 'disk':
      return disk
    case 'processes':
      return processes
    case 'exit':
      break
  }
  if (exit.code === 0) return { status: jobStatus.publishing }
  if (outOfMemory.test(logTail)) return memory
  if (outOfSpace.test(logTail)) return disk
  if (outOfProcesses.test(logTail)) return processes
  if (exit.code === firstSignal + processorTimeSignal) return failed('Algorithm used up its processor time')
  if (exit.code > firstSignal) return failed(`Algorithm was ended by signal ${exit.code - firstSignal}`)
  return failed(`Algorithm failed with exit code ${exit.code}`)
}
