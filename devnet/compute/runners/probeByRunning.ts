import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { hostPackages } from '../images'
import { type ProbeAnswer, probeProgram } from './probeProgram'
import type { RunnerJob, RunningJob } from './Runner'

export type ProbeByRunningParameters = {
  /** Folder the runner keeps jobs in. */
  workDirectory: string
  /** Slot no job is given. */
  slot: number
  image: { image: string; tag: string; checksum: string }
  start(job: RunnerJob): Promise<RunningJob>
  /** Ends the probe when it takes too long. */
  stop(jobId: string): void
}

const timeLimit = 30_000

/**
 * Runs the probe's program as a job and reads what it achieved.
 *
 * @throws {Error} when it could not run, or when it got out.
 */
export async function probeByRunning(parameters: ProbeByRunningParameters): Promise<ProbeAnswer> {
  const jobId = `probe-${randomUUID().slice(0, 8)}`
  const directory = join(parameters.workDirectory, jobId)
  const planted = join(parameters.workDirectory, `${jobId}.secret`)
  const listener = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const canary = randomUUID()
  const variable = 'COMPUTE_PROBE_CANARY'
  process.env[variable] = canary
  const output: Uint8Array[] = []
  try {
    for (const name of ['inputs', 'transformations', 'ddos']) {
      await mkdir(join(directory, 'data', name), { recursive: true, mode: 0o755 })
    }
    await writeFile(planted, canary, { mode: 0o644 })
    const targets = { port: (listener.address() as AddressInfo).port, file: planted, canary, packages: hostPackages }
    await writeFile(join(directory, 'data', 'transformations', 'algorithm'), probeProgram(targets), { mode: 0o755 })
    const running = await parameters.start({
      jobId,
      slot: parameters.slot,
      directory,
      entrypoint: 'python3 $ALGO',
      container: { entrypoint: 'python3 $ALGO', ...parameters.image },
      variables: {},
      limits: { memoryBytes: 512 << 20, diskBytes: 8 << 20, diskEntries: 64, processes: 16, cpus: 1, cpuSeconds: 20 },
      onOutput: (chunk) => output.push(chunk),
    })
    const timer = setTimeout(() => parameters.stop(jobId), timeLimit)
    try {
      const { code } = await running.exited
      if (code !== 0)
        throw new Error(
          Buffer.concat(output).toString('utf8').trim().split('\n').at(-1) || `it ended with code ${code}`,
        )
      const answer = JSON.parse(await readFile(join(running.outputs, 'probe.json'), 'utf8')) as ProbeAnswer
      if (answer.escapes.length > 0) throw new Error(`a test program got out of it: it ${answer.escapes.join(', ')}`)
      return answer
    } finally {
      clearTimeout(timer)
      await running.release()
    }
  } finally {
    delete process.env[variable]
    listener.close()
    await rm(directory, { recursive: true, force: true })
    await rm(planted, { force: true })
  }
}
