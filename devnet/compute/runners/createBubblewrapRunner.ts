import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises'
import { arch, release } from 'node:os'
import { join } from 'node:path'
import { type KnownImage, refuseOnHost } from '../images'
import { type BubblewrapFeatures, bubblewrapArguments } from './bubblewrapArguments'
import { buildSeccompFilter } from './buildSeccompFilter'
import { type CgroupHost, openCgroups } from './cgroup'
import { canMountVolumes, createOutputVolume, sweepVolumes, unmountVolume } from './outputVolume'
import { probeByRunning } from './probeByRunning'
import type { Runner, RunnerExit, RunnerJob, RunnerProbe, RunningJob, StopCause } from './Runner'
import { runTool } from './runTool'
import { type SandboxProcess, startSandboxProcess } from './sandboxProcess'
import { watchTree } from './watchTree'

export type BubblewrapRunnerParameters = {
  /** Folder of the jobs' folders; every user may pass through it when the server is root. */
  workDirectory: string
  images: readonly KnownImage[]
}

/** File in the work directory that remembers where control groups were made. */
export const groupRecord = 'control-groups'

/** Files and folders a job may have in its scratch folders where nothing but watching holds it. */
const mostScratchEntries = 100_000

/** Processes the sandbox itself needs beside the algorithm's. */
const overhead = 4
const slotsPerServer = 64
const firstUserId = 200_000
const probeSlot = slotsPerServer - 1
const installation =
  'apt-get install bubblewrap python3 python3-numpy python3-sklearn python3-pandas python3-matplotlib python3-pil'

type Active = { process: SandboxProcess; cause: RunnerExit['cause'] | undefined; end(cause: RunnerExit['cause']): void }

/** Since 5.14 the limit on processes counts a user namespace's own, not all of the user's. */
function kernelCountsByNamespace(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 5 || (major === 5 && minor >= 14)
}

/** Runs algorithms on the host's Python inside bubblewrap: no daemon, no image, root or not. */
export function createBubblewrapRunner({ workDirectory, images }: BubblewrapRunnerParameters): Runner {
  const isRoot = process.getuid?.() === 0
  const identity = createHash('sha256').update(workDirectory).digest()
  const baseUserId = firstUserId + identity.readUInt16BE(0) * slotsPerServer
  const filterFile = join(workDirectory, 'system-calls.bpf')
  const active = new Map<string, Active>()
  const countsProcesses = kernelCountsByNamespace(release())
  let features: BubblewrapFeatures = { disableUserNamespaces: false, sizes: false, seccomp: false }
  let cgroups: CgroupHost | undefined
  let mounted = false

  const prepare = async () => {
    const help = await runTool('bwrap', ['--help'])
    await mkdir(workDirectory, { recursive: true, mode: 0o711 })
    cgroups = openCgroups(`ocean-compute-${identity.toString('hex').slice(0, 12)}`, join(workDirectory, groupRecord))
    const filter = buildSeccompFilter(arch(), { isMemoryHeld: cgroups?.controllers.includes('memory') ?? false })
    if (filter) await writeFile(filterFile, filter, { mode: 0o600 })
    features = {
      disableUserNamespaces: help.includes('--disable-userns'),
      sizes: help.includes('--size'),
      seccomp: filter !== undefined,
    }
    mounted = await canMountVolumes(workDirectory)
  }

  const start = async (job: RunnerJob): Promise<RunningJob> => {
    const { limits, directory, jobId } = job
    const userId = isRoot ? baseUserId + job.slot : undefined
    await chmod(directory, 0o750)
    if (userId !== undefined) await chown(directory, 0, userId)
    const state: { active?: Active } = {}
    const end = (cause: RunnerExit['cause']) => state.active?.end(cause)
    const volume = await createOutputVolume({ directory, limits, userId, mounted, onExceeded: () => end('disk') })
    const group = cgroups?.create(jobId, { ...limits, processes: limits.processes + overhead })
    const holdsMemory = group?.controllers.includes('memory') ?? false
    const holdsProcesses = group?.controllers.includes('pids') ?? false
    const release_ = async () => {
      await group?.remove()
      await volume.release()
    }
    try {
      const command = bubblewrapArguments({
        job,
        outputs: volume.outputs,
        logs: volume.logs,
        features,
        userId,
        joinFiles: group?.joinFiles ?? [],
        dataBytes: holdsMemory ? undefined : limits.memoryBytes,
        countsProcesses,
      })
      const sandbox = startSandboxProcess({
        command,
        filterFile: features.seccomp ? filterFile : undefined,
        onOutput: job.onOutput,
      })
      const entry: Active = {
        process: sandbox,
        cause: undefined,
        end(cause) {
          entry.cause ??= cause
          sandbox.kill()
        },
      }
      state.active = entry
      active.set(jobId, entry)
      let unwatch = () => {}
      if (!holdsMemory || !holdsProcesses) {
        const most = {
          processes: limits.processes + overhead,
          memoryBytes: limits.memoryBytes,
          scratchEntries: mostScratchEntries,
        }
        sandbox.firstProcess.then((id) => {
          if (id !== undefined && active.has(jobId)) unwatch = watchTree(id, most, end)
        })
      }
      const exited = sandbox.gone
        .then(async ({ code, began, complaint }): Promise<RunnerExit> => {
          if (!began && !entry.cause) throw new Error(`The sandbox did not start: ${complaint || `code ${code}`}`)
          const cause = entry.cause ?? 'exit'
          if (cause === 'exit' && code !== 0) {
            if (group?.ranOutOfMemory()) return { code, cause: 'memory' }
            if (await volume.isFull()) return { code, cause: 'disk' }
          }
          return { code, cause }
        })
        .finally(() => {
          unwatch()
          active.delete(jobId)
        })
      return { outputs: volume.outputs, logs: volume.logs, exited, release: release_ }
    } catch (error) {
      await release_()
      throw error
    }
  }

  const stop = (jobId: string, cause: StopCause) => active.get(jobId)?.end(cause)

  return {
    name: 'bubblewrap',
    refuses: (container) => refuseOnHost(container, images),
    start,
    stop,
    async adopt({ jobId, directory }) {
      await cgroups?.clear(jobId)
      await unmountVolume(directory)
      return undefined
    },
    async probe(): Promise<RunnerProbe> {
      if (process.platform !== 'linux')
        return { ok: false, reason: 'bubblewrap runs on Linux only', fix: 'Start a Docker engine.' }
      if (!existsSync('/usr/bin/bwrap')) return { ok: false, reason: 'bubblewrap is not installed', fix: installation }
      if (!existsSync('/usr/bin/python3')) return { ok: false, reason: 'Python 3 is not installed', fix: installation }
      try {
        await prepare()
        const stopProbe = (jobId: string) => stop(jobId, 'timeout')
        const answer = await probeByRunning({
          workDirectory,
          slot: probeSlot,
          image: { image: 'host', tag: '', checksum: '' },
          start,
          stop: stopProbe,
        })
        const packages = Object.entries(answer.packages).map(([name, version]) => `${name} ${version}`)
        const holds = [
          ...(features.seccomp ? ['system call filter'] : []),
          ...(isRoot ? ['a user of its own per job'] : []),
          ...(cgroups ? [`control groups v${cgroups.version}`] : ['watched memory and processes']),
          mounted ? 'fixed-size output volume' : 'watched output size',
        ]
        return {
          ok: true,
          isolation: 'standard',
          description: `bubblewrap: all namespaces, no network, read-only system, ${holds.join(', ')}`,
          python: `Python ${answer.python} with ${packages.join(', ') || 'no packages'}`,
        }
      } catch (error) {
        const reason = error instanceof Error ? error.message : `${error}`
        const isMap = /uid map|user namespace|clone|Operation not permitted|Permission denied/i.test(reason)
        const fix = isMap
          ? 'Allow unprivileged user namespaces (on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile for /usr/bin/bwrap), or start a Docker engine.'
          : installation
        return { ok: false, reason: `bubblewrap does not work here: ${reason}`, fix }
      }
    },
    async sweep(keep) {
      await cgroups?.sweep(keep)
      await sweepVolumes(workDirectory, keep)
    },
  }
}
