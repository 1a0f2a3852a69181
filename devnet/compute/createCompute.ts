import { mkdirSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Database } from '@/devnet/storage/openDatabase'
import { chooseRunner, type RunnerChoice } from './chooseRunner'
import { clearOrphans, clearWorkDirectory } from './clearCompute'
import { contentTypeOf } from './contentType'
import { createQueue } from './createQueue'
import { defaultEnvironments, type EnvironmentConfiguration } from './environments'
import { describeKnownImages, type KnownImage, knownImages } from './images'
import { removeTree } from './removeTree'
import { runJob } from './runJob'
import { createRunners } from './runners/createRunners'
import type { Isolation } from './runners/Runner'
import { createServiceClient } from './serviceClient'
import { createJobStore, wireDate } from './store'
import { type ComputeBackend, type ComputeEnvironment, ComputeRequestError } from './types'
import { watchEvents } from './watchEvents'
import { openWorkDirectory } from './workDirectory'

export type CreateComputeParameters = {
  /** Opened with `computeMigrations`. */
  database: Database
  /** Folder for results and for the jobs' own folders. */
  dataDirectory: string
  chainId: number
  /** Identity of the environments: what orders name as consumer, and what downloads are signed with. */
  privateKey: Hex
  aquariusUrl: string
  runner: RunnerChoice
  environments?: readonly EnvironmentConfiguration[]
  /** Images the host stands in for when there is no Docker engine, beside the well-known ones. */
  images?: readonly KnownImage[]
  /** Whether a raw algorithm's URL may lead to a private address. Default `false`. */
  allowPrivateAddresses?: boolean
  /** Runtime Docker starts containers with, such as `runsc` for gVisor. */
  dockerRuntime?: string
  log(line: string): void
}

export type Compute = ComputeBackend & { runner: string; isolation: Isolation; description: string }

const retentionInterval = 60_000
const slots = 48

function createSlots() {
  const taken = new Set<number>()
  return {
    take(): number {
      const slot = Array.from({ length: slots }, (_, index) => index).find((index) => !taken.has(index))
      if (slot === undefined) throw new Error(`More than ${slots} jobs at a time.`)
      taken.add(slot)
      return slot
    },
    give: (slot: number) => void taken.delete(slot),
  }
}

/**
 * Starts a compute backend: stored jobs go on where they stood, and what earlier servers left behind is removed.
 *
 * @throws {Error} when no runner can hold an algorithm on this machine, with what would help.
 */
export async function createCompute(parameters: CreateComputeParameters): Promise<Compute> {
  const { database, dataDirectory, chainId, privateKey, aquariusUrl, log } = parameters
  const environments = new Map(
    (parameters.environments ?? defaultEnvironments).map((environment) => [environment.id, environment]),
  )
  const images = [...knownImages, ...(parameters.images ?? [])]
  const resultsDirectory = join(dataDirectory, 'results')
  mkdirSync(resultsDirectory, { recursive: true, mode: 0o700 })
  await clearOrphans()
  const workDirectory = openWorkDirectory(dataDirectory)
  const store = createJobStore(database)
  const account = privateKeyToAccount(privateKey)
  const client = createServiceClient({ aquariusUrl, account })
  const candidates = createRunners({
    workDirectory,
    images,
    isCombined: parameters.runner === 'auto',
    ...(parameters.dockerRuntime ? { dockerRuntime: parameters.dockerRuntime } : {}),
  })
  const { runner, probe } = await chooseRunner({ choice: parameters.runner, candidates, log })

  const context = {
    store,
    runner,
    client,
    environments,
    workDirectory,
    resultsDirectory,
    allowPrivateAddresses: parameters.allowPrivateAddresses ?? false,
    slots: createSlots(),
    log,
  }
  const queue = createQueue({ store, environments, run: (jobId, signal) => runJob(context, jobId, signal), log })

  const description = [
    `Runner: ${probe.description} (${probe.isolation} isolation).`,
    ...(probe.python
      ? [`${probe.python}.`, `Images: ${describeKnownImages(images)}; the host stands in for them.`]
      : []),
  ].join(' ')

  const describe = (environment: EnvironmentConfiguration): ComputeEnvironment => ({
    id: environment.id,
    cpuNumber: environment.cpuNumber,
    cpuType: process.arch,
    gpuNumber: 0,
    gpuType: '',
    ramGB: environment.ramGB,
    diskGB: environment.diskGB,
    priceMin: environment.priceMin,
    desc: description,
    currentJobs: queue.running(environment.id),
    maxJobs: environment.maxJobs,
    consumerAddress: account.address,
    storageExpiry: environment.storageExpiry,
    maxJobDuration: environment.maxJobDuration,
    lastSeen: wireDate(Date.now()),
  })

  const removeExpired = async () => {
    for (const { id, storageExpiry } of environments.values()) {
      if (storageExpiry === 0) continue
      for (const jobId of store.expired(id, Date.now() / 1000 - storageExpiry)) {
        store.removeResults(jobId)
        await rm(join(resultsDirectory, jobId), { recursive: true, force: true })
      }
    }
  }

  const unfinished = store.unfinished()
  const known = new Set(unfinished.map(({ jobId }) => jobId))
  await runner.sweep(known)
  for (const entry of await readdir(workDirectory, { withFileTypes: true })) {
    if (entry.isDirectory() && !known.has(entry.name)) await removeTree(join(workDirectory, entry.name))
  }
  await removeExpired()
  const retention = setInterval(() => {
    removeExpired().catch((error: unknown) => log(`Removing expired results failed: ${error}`))
  }, retentionInterval)
  retention.unref()
  queue.wake()

  const ownJob = (owner: string, jobId: string) => {
    const job = store.get(jobId)
    if (!job || job.owner.toLowerCase() !== owner.toLowerCase()) {
      throw new ComputeRequestError(404, `Owner ${owner} mismatch for job ${jobId}`)
    }
    return job
  }

  return {
    runner: runner.name,
    isolation: probe.isolation,
    description,
    environments: (chain) => (chain === chainId ? [...environments.values()].map(describe) : []),
    refuses: (container) => runner.refuses(container),

    start(workflow) {
      const environment = environments.get(workflow.environment)
      if (!environment) throw new ComputeRequestError(400, 'Environment invalid or does not exist')
      if (workflow.chainId !== chainId)
        throw new ComputeRequestError(400, `Environment is not available on chain ${workflow.chainId}`)
      if (store.isAgreementInUse(workflow.agreementId)) {
        throw new ComputeRequestError(400, '`agreementId` already in use for other job.')
      }
      const refusal = runner.refuses(workflow.algorithm.container)
      if (refusal) throw new ComputeRequestError(400, refusal)
      if (store.unfinished(environment.id).length - queue.running(environment.id) >= environment.maxWaiting) {
        throw new ComputeRequestError(503, `${environment.maxWaiting} jobs are waiting already. Try again later.`)
      }
      const created = store.statuses({ jobId: store.create(workflow) })
      queue.wake()
      return created
    },

    status: (filter) => store.statuses(filter),

    stop({ owner, jobId }) {
      const filter = { owner, ...(jobId ? { jobId } : {}) }
      for (const job of store.statuses(filter)) {
        if (job.dateFinished !== null || job.stopreq > 0) continue
        store.requestStop(job.jobId)
        queue.stop(job.jobId)
      }
      return store.statuses(filter)
    },

    result({ owner, jobId, index }) {
      ownJob(owner, jobId)
      const results = store.results(jobId)
      if (results.length === 0) throw new ComputeRequestError(404, `No results for job ${jobId}`)
      if (index < 0) throw new ComputeRequestError(404, `Negative index ${index}`)
      const entry = results[index]
      if (!entry) throw new ComputeRequestError(404, `No such index ${index} in this compute job`)
      return {
        filename: entry.filename,
        size: entry.filesize,
        sha256: `0x${entry.sha256}`,
        path: join(resultsDirectory, jobId, `${index}`),
        contentType: contentTypeOf(entry.filename),
      }
    },

    events({ owner, jobId, after, signal }) {
      ownJob(owner, jobId)
      return watchEvents(store, { jobId, after, signal })
    },

    idle: () => queue.idle(),

    async close() {
      clearInterval(retention)
      await queue.close()
      await runner.sweep(new Set())
      if (store.unfinished().length === 0) await clearWorkDirectory(workDirectory)
    },
  }
}
