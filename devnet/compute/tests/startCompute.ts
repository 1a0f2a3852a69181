import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/devnet/storage/openDatabase'
import { type Compute, type CreateComputeParameters, createCompute } from '../createCompute'
import type { EnvironmentConfiguration } from '../environments'
import { computeMigrations } from '../migrations'
import type { ComputeJobStatus, ComputeWorkflow } from '../types'
import { createStandIn, type StandIn } from './createStandIn'

export const testEnvironment: EnvironmentConfiguration = {
  id: 'test',
  cpuNumber: 1,
  ramGB: 0.5,
  diskGB: 0.0625,
  priceMin: 0,
  maxJobs: 2,
  maxWaiting: 50,
  maxJobDuration: 60,
  storageExpiry: 0,
}

export const testKey = '0xc594c6e5def4bab63ac29eed19a134c130388f74f019bc74b8f4389df2837a58'

export type TestCompute = {
  compute: Compute
  standIn: StandIn
  folder: string
  /** Starts a job, waits for its end and gives what became of it. */
  finish(workflow: ComputeWorkflow): Promise<ComputeJobStatus>
  /** Status of a job. */
  job(jobId: string): ComputeJobStatus
  /** Resolves with the first status that satisfies the condition. */
  until(job: ComputeJobStatus, condition: (status: ComputeJobStatus) => boolean): Promise<ComputeJobStatus>
  /** Contents of a finished job's result of this name. */
  read(job: ComputeJobStatus, filename: string): Promise<Buffer>
  /** Closes and starts again over the same folder. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export type StartComputeParameters = Partial<
  Pick<CreateComputeParameters, 'runner' | 'environments' | 'images' | 'allowPrivateAddresses'>
> & {
  folder?: string
  standIn?: StandIn
}

/** A compute backend of a test's own, with stand-ins for the services around it. */
export async function startCompute({
  folder: given,
  standIn: shared,
  ...options
}: StartComputeParameters = {}): Promise<TestCompute> {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'compute-'))
  chmodSync(folder, 0o755)
  const standIn = shared ?? (await createStandIn())
  const open = async () => {
    const database = openDatabase({ file: join(folder, 'compute.sqlite'), migrations: computeMigrations })
    const compute = await createCompute({
      database,
      dataDirectory: folder,
      chainId: 8996,
      privateKey: testKey,
      aquariusUrl: standIn.url,
      runner: 'auto',
      environments: [testEnvironment],
      log: () => undefined,
      ...options,
    })
    return { database, compute }
  }
  let opened = await open()
  const shut = async () => {
    await opened.compute.close()
    opened.database.close()
  }

  const started = (workflow: ComputeWorkflow): ComputeJobStatus => {
    const [job] = opened.compute.start(workflow)
    if (!job) throw new Error('Nothing was started.')
    return job
  }
  const test: TestCompute = {
    get compute() {
      return opened.compute
    },
    standIn,
    folder,
    job(jobId) {
      const [job] = opened.compute.status({ jobId })
      if (!job) throw new Error(`There is no job ${jobId}.`)
      return job
    },
    async until(job, condition) {
      const control = new AbortController()
      try {
        for await (const event of opened.compute.events({
          owner: job.owner,
          jobId: job.jobId,
          signal: control.signal,
        })) {
          if (event.type === 'status' && condition(event.job)) return event.job
        }
      } finally {
        control.abort()
      }
      throw new Error(`Job ${job.jobId} ended as ${test.job(job.jobId).statusText} before that.`)
    },
    async finish(workflow) {
      const job = started(workflow)
      return test.until(job, ({ dateFinished }) => dateFinished !== null)
    },
    read({ owner, jobId, results }, filename) {
      const index = results === '' ? -1 : results.findIndex((result) => result.filename === filename)
      return readFile(opened.compute.result({ owner, jobId, index }).path)
    },
    async reopen() {
      await shut()
      opened = await open()
    },
    async close() {
      await shut()
      await standIn.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return test
}
