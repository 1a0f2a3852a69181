import { createHash } from 'node:crypto'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import Docker from 'dockerode'
import { dockerOptions, imageReference, jobLabel, serverLabel } from './dockerOptions'
import { canMountVolumes, createOutputVolume, sweepVolumes, unmountVolume } from './outputVolume'
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

/** A job from the moment its image is looked for to its end. */
type Active = {
  cause: RunnerExit['cause'] | undefined
  /** Ends what is being done for it now. */
  interrupt: () => void
  /** Settles when the engine has answered to the interruption. */
  interrupted: Promise<void>
}

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

  let mounted = false

  const ensureImage = async (reference: string, entry: Active) => {
    try {
      await docker.getImage(reference).inspect()
      return
    } catch (error) {
      if (statusOf(error) !== 404) throw error
    }
    try {
      const progress = (await docker.pull(reference)) as NodeJS.ReadableStream & { destroy(reason: Error): void }
      await new Promise<void>((resolve, reject) => {
        entry.interrupt = () => {
          const reason = new Error('interrupted')
          progress.destroy(reason)
          reject(reason)
        }
        if (entry.cause) entry.interrupt()
        docker.modem.followProgress(progress, (error) => (error ? reject(error) : resolve()))
      })
    } catch (error) {
      const why = entry.cause === 'timeout' ? 'its time is up' : messageOf(error)
      throw new ImageUnavailableError(`Image ${reference} cannot be pulled: ${why}`, { cause: error })
    } finally {
      entry.interrupt = () => undefined
    }
  }

  const find = (jobId?: string) => {
    const label = [`${serverLabel}=${server}`, ...(jobId === undefined ? [] : [`${jobLabel}=${jobId}`])]
    return docker.listContainers({ all: true, filters: { label } })
  }

  const begin = (jobId: string): Active => {
    const entry: Active = { cause: undefined, interrupt: () => undefined, interrupted: Promise.resolve() }
    active.set(jobId, entry)
    return entry
  }
  const end = (jobId: string, cause: RunnerExit['cause']) => {
    const entry = active.get(jobId)
    if (!entry) return
    entry.cause ??= cause
    entry.interrupt()
  }
  /** A container that has ended by itself already keeps its own ending. */
  const kill = async (container: Docker.Container, entry: Active) => {
    try {
      await container.kill({ signal: 'SIGKILL' })
    } catch (error) {
      if (statusOf(error) !== 404 && statusOf(error) !== 409) throw error
      entry.cause = undefined
    }
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
    options: { isAdopted: boolean; userId: number; entry: Active },
  ): Promise<RunningJob> => {
    const { isAdopted, userId, entry } = options
    const volume = await createOutputVolume({
      directory: job.directory,
      limits: job.limits,
      userId: isRoot ? userId : undefined,
      mounted,
      isAdopted,
      onExceeded: () => end(job.jobId, 'disk'),
    })
    const finish = async (): Promise<RunnerExit> => {
      entry.interrupt = () => {
        entry.interrupted = kill(container, entry)
      }
      if (entry.cause) entry.interrupt()
      const stream = await container.logs({ follow: true, stdout: true, stderr: true })
      const logged = readLogs(container, stream, job.onOutput)
      const { StatusCode: code } = (await container.wait()) as { StatusCode: number }
      await logged
      await entry.interrupted
      const { State } = await container.inspect()
      active.delete(job.jobId)
      if (!entry.cause && code !== 0 && (State as { OOMKilled?: boolean }).OOMKilled) return { code, cause: 'memory' }
      if (!entry.cause && code !== 0 && (await volume.isFull())) return { code, cause: 'disk' }
      return { code, cause: entry.cause ?? 'exit' }
    }
    const exited = isAdopted ? finish() : container.start().then(finish)
    return {
      outputs: volume.outputs,
      logs: volume.logs,
      exited,
      async release() {
        active.delete(job.jobId)
        await remove(container)
        await volume.release()
      },
    }
  }
  const remove = (container: Docker.Container) =>
    container.remove({ force: true, v: true }).catch((error: unknown) => {
      if (statusOf(error) !== 404 && statusOf(error) !== 409) throw error
    })

  const userOf = (job: RunnerJob) =>
    isRoot
      ? { userId: firstUserId + job.slot, groupId: firstUserId + job.slot }
      : { userId: process.getuid?.() ?? 1000, groupId: process.getgid?.() ?? 1000 }

  const start = async (job: RunnerJob): Promise<RunningJob> => {
    const entry = begin(job.jobId)
    try {
      await ensureImage(imageReference(job.container), entry)
      const { userId, groupId } = userOf(job)
      await chmod(job.directory, 0o750)
      if (isRoot) await chown(job.directory, 0, groupId)
      const volume = `${job.directory}/data/volume`
      const launch = { job, outputs: `${volume}/outputs`, logs: `${volume}/logs`, userId, groupId, server, runtime }
      const container = await docker.createContainer(dockerOptions(launch))
      return await follow(job, container, { isAdopted: false, userId, entry })
    } catch (error) {
      active.delete(job.jobId)
      throw error
    }
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
      for (const { Id, State } of await find(job.jobId)) {
        const container = docker.getContainer(Id)
        if (State === 'created') await remove(container)
        else return follow(job, container, { isAdopted: true, userId: userOf(job).userId, entry: begin(job.jobId) })
      }
      await unmountVolume(job.directory)
      return undefined
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
        const tryOut = () =>
          probeByRunning({ workDirectory, slot: probeSlot, image, start, stop: (jobId) => stop(jobId, 'timeout') })
        mounted = await canMountVolumes(workDirectory)
        const answer = await tryOut().catch((error: unknown) => {
          // An engine that does not see this server's mounts, because it runs elsewhere.
          if (!mounted) throw error
          mounted = false
          return tryOut()
        })
        const isStrong = runtime !== undefined && strongRuntimes.includes(runtime)
        return {
          ok: true,
          isolation: isStrong ? 'strong' : 'standard',
          description: `Docker${runtime ? ` with ${runtime}` : ''}: the algorithm's own image, no network, no capabilities, read-only system, system call filter, ${mounted ? 'fixed-size output volume' : 'watched output size'} (tested with Python ${answer.python})`,
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
        await remove(docker.getContainer(Id))
      }
      await sweepVolumes(workDirectory, keep)
    },
  }
}
