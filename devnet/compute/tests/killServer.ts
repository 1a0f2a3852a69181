import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { RunnerChoice } from '../chooseRunner'
import type { ComputeWorkflow, JobEvent } from '../types'

const program = fileURLToPath(new URL('serveMain.ts', import.meta.url))

export type KillServerParameters = {
  folder: string
  aquariusUrl: string
  /** Job to start; otherwise the one that is there goes on. */
  workflow?: ComputeWorkflow
  runner?: RunnerChoice
  /** Whether it is time, after an event of the job. */
  isTime(event: JobEvent): boolean
}

/** Runs a backend in a process of its own until it is time, kills it, and gives the events seen by then. */
export async function killServer(parameters: KillServerParameters): Promise<JobEvent[]> {
  const { folder, aquariusUrl, workflow, runner = 'auto', isTime } = parameters
  const settings = JSON.stringify({ folder, aquariusUrl, runner, ...(workflow ? { workflow } : {}) })
  const server = spawn(process.execPath, ['--import', 'tsx', program, settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seen: JobEvent[] = []
  const ended = new Promise((resolve) => server.once('exit', resolve))
  for await (const line of createInterface({ input: server.stdout })) {
    const event = JSON.parse(line) as JobEvent
    seen.push(event)
    if (isTime(event)) break
  }
  server.kill('SIGKILL')
  await ended
  return seen
}
