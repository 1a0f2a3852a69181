import { createHash } from 'node:crypto'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import Docker from 'dockerode'
import { dockerOptions, imageReference, jobLabel, serverLabel } from './dockerOptions'
import { createOutputVolume } from './outputVolume'
import { probeByRunning } from './probeByRunning'
import {
  ImageUnavailableError,
  type Runner,
  type RunnerExit,
  type RunnerJob,
  type RunningJob,
  type StopCause,
} from './Runner'

export type DockerRunnerParameters = {
  workDirectory: string
  /** Runtime other than the engine's default, such as `runsc` for gVisor. */
  runtime?: string
  /** Image with Python 3 that the probe runs in. */
  probeImage?: { image: string; tag: string }
  /** Whether that image may be fetched; otherwise the probe fails where it is not there already. */
  mayPullProbeImage: boolean
  /** Speaks to the engine. Default: the socket or host that the environment names. */
  engine?: Docker
}

type Active = { container: Docker.Container; cause: RunnerExit['cause'] | undefined }

const firstUserId = 200_000
const probeSlot = 63
const strongRuntimes = ['runsc', 'kata', 'kata-runtime']
const remedy = 'Start a Docker engine, and let this user talk to it.'
const statusOf = (error: unknown) => (error as { statusCode?: number }).statusCode
const messageOf = (error: unknown) => (error instanceof Error ? error.message : `${error}`)

/** Runs algorithms in their own images through a Docker engine. Containers outlive the server and are taken over by the next. */
export function createDockerRunner(parameters: DockerRunnerParameters): Runner {
  const { workDirectory, runtime, probeImage = { image: 'python', tag: '3-slim' } } = parameters
  const docker = parameters.engine ?? new Docker()
  const server = createHash('sha256').update(workDirectory).digest('hex').slice(0, 16)
  const isRoot = process.getuid?.() === 0
  const active = new Map<string, Active>()

  const ensureImage = async (reference: string) => {
    try {
      await docker.getImage(reference).inspect()
      return
    } catch (error) {
      if (statusOf(error) !== 404) throw error
    }
    try {
      const progress = await docker.pull(reference)
      await new Promise<void>((resolve, reject) => {
        docker.modem.followProgress(progress, (error) => (error ? reject(error) : resolve()))
      })
    } catch (error) {
      throw new ImageUnavailableError(`Image ${reference} cannot be pulled: ${messageOf(error)}`, { cause: error })
    }
  }

  const find = (jobId?: string) => {
    const label = [`${serverLabel}=${server}`, ...(jobId === undefined ? [] : [`${jobLabel}=${jobId}`])]
    return docker.listContainers({ all: true, filters: { label } })
  }

  const kill = async (entry: Active, cause: RunnerExit['cause']) => {
    entry.cause ??= cause
    try {
      await entry.container.kill({ signal: 'SIGKILL' })
    } catch (error) {
      if (statusOf(error) !== 404 && statusOf(error) !== 409) throw error
    }
  }
  const end = (jobId: string, cause: RunnerExit['cause']) => {
    const entry = active.get(jobId)
    if (entry) kill(entry, cause).catch(() => undefined)
  }

  const readLogs = (
    container: Docker.Container,
    stream: NodeJS.ReadableStream,
    onOutput: RunnerJob['onOutput'],
  ): Promise<void> => {
    const output = new PassThrough()
    output.on('data', onOutput)
    container.modem.demuxStream(stream, output, output)
    return new Promise((resolve) => {
      stream.once('end', resolve)
      stream.once('close', resolve)
      stream.once('error', () => resolve())
    })
  }

  const follow = async (
    job: RunnerJob,
    container: Docker.Container,
    options: { isAdopted: boolean; userId: number },
  ): Promise<RunningJob> => {
    const volume = await createOutputVolume({
      directory: job.directory,
      limits: job.limits,
      userId: isRoot ? options.userId : undefined,
      mounted: false,
      isAdopted: options.isAdopted,
      onExceeded: () => end(job.jobId, 'disk'),
    })
    const entry: Active = { container, cause: undefined }
    active.set(job.jobId, entry)
    const finish = async (): Promise<RunnerExit> => {
      const stream = await container.logs({ follow: true, stdout: true, stderr: true })
      const logged = readLogs(container, stream, job.onOutput)
      const { StatusCode: code } = (await container.wait()) as { StatusCode: number }
      await logged
      const { State } = await container.inspect()
      active.delete(job.jobId)
      if (!entry.cause && code !== 0 && (State as { OOMKilled?: boolean }).OOMKilled) return { code, cause: 'memory' }
      if (!entry.cause && code !== 0 && (await volume.isFull())) return { code, cause: 'disk' }
      return { code, cause: entry.cause ?? 'exit' }
    }
    const exited = options.isAdopted ? finish() : container.start().then(finish)
    return {
      outputs: volume.outputs,
      logs: volume.logs,
      exited,
      async release() {
        active.delete(job.jobId)
        await container.remove({ force: true, v: true }).catch((error: unknown) => {
          if (statusOf(error) !== 404) throw error
        })
        await volume.release()
      },
    }
  }

  const userOf = (job: RunnerJob) =>
    isRoot
      ? { userId: firstUserId + job.slot, groupId: firstUserId + job.slot }
      : { userId: process.getuid?.() ?? 1000, groupId: process.getgid?.() ?? 1000 }

  const start = async (job: RunnerJob): Promise<RunningJob> => {
    await ensureImage(imageReference(job.container))
    const { userId, groupId } = userOf(job)
    await chmod(job.directory, 0o750)
    if (isRoot) await chown(job.directory, 0, groupId)
    const volume = `${job.directory}/data/volume`
    const launch = { job, outputs: `${volume}/outputs`, logs: `${volume}/logs`, userId, groupId, server, runtime }
    const container = await docker.createContainer(dockerOptions(launch))
    return follow(job, container, { isAdopted: false, userId })
  }

  const stop = (jobId: string, cause: StopCause) => end(jobId, cause)

  return {
    name: 'docker',
    start,
    stop,
    refuses({ image, entrypoint }) {
      if (image.trim() === '') return 'The algorithm names no image.'
      return entrypoint.includes('$ALGO') ? undefined : `Entrypoint "${entrypoint}" does not name $ALGO.`
    },
    async adopt(job) {
      const [found] = await find(job.jobId)
      if (!found || found.State === 'created') return undefined
      return follow(job, docker.getContainer(found.Id), { isAdopted: true, userId: userOf(job).userId })
    },
    async probe() {
      try {
        const { Runtimes = {} } = (await docker.info()) as { Runtimes?: Record<string, unknown> }
        if (runtime && !(runtime in Runtimes)) {
          return {
            ok: false,
            reason: `the Docker engine has no runtime named ${runtime}`,
            fix: `Register it with dockerd --add-runtime ${runtime}=/path/to/it.`,
          }
        }
        await mkdir(workDirectory, { recursive: true, mode: 0o711 })
        const image = { ...probeImage, checksum: '' }
        if (!parameters.mayPullProbeImage) await docker.getImage(imageReference({ ...image, entrypoint: '' })).inspect()
        const answer = await probeByRunning({
          workDirectory,
          slot: probeSlot,
          image,
          start,
          stop: (jobId) => stop(jobId, 'timeout'),
        })
        const isStrong = runtime !== undefined && strongRuntimes.includes(runtime)
        return {
          ok: true,
          isolation: isStrong ? 'strong' : 'standard',
          description: `Docker${runtime ? ` with ${runtime}` : ''}: the algorithm's own image, no network, no capabilities, read-only system, watched output size (tested with Python ${answer.python})`,
        }
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code
        const isAbsent = code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'EACCES'
        const reason = isAbsent ? 'no Docker engine answers' : `Docker does not work here: ${messageOf(error)}`
        return { ok: false, reason, fix: remedy }
      }
    },
    async sweep(keep) {
      for (const { Id, Labels } of await find()) {
        if (keep.has(Labels[jobLabel] ?? '')) continue
        await docker.getContainer(Id).remove({ force: true, v: true })
      }
    },
  }
}
