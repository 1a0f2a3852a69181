import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { RunnerLimits } from './Runner'

const root = '/sys/fs/cgroup'
const controllers = ['memory', 'pids', 'cpu'] as const
const period = 100_000

type JobCgroup = {
  /** Files a process writes its id to in order to join. */
  joinFiles: readonly string[]
  /** Controllers that really hold the job. */
  controllers: readonly string[]
  /** Whether the kernel killed something of the job for lack of memory. */
  ranOutOfMemory(): boolean
  /** Kills what is left and removes the group. */
  remove(): Promise<void>
}

export type CgroupHost = {
  version: 1 | 2
  /** Controllers jobs are held by. */
  controllers: readonly string[]
  create(jobId: string, limits: RunnerLimits): JobCgroup
  /** Removes a job's groups that an earlier server left. */
  clear(jobId: string): Promise<void>
  sweep(keep: ReadonlySet<string>): Promise<void>
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
const processesOf = (folder: string): number[] =>
  read(join(folder, 'cgroup.procs')).split('\n').filter(Boolean).map(Number)

const killAll = (processIds: readonly number[]) => {
  for (const id of processIds) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

/** A group stays busy for some milliseconds after its last process is gone. */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100 && existsSync(folder); attempt++) {
    killAll(processesOf(folder))
    try {
      rmdirSync(folder)
    } catch {
      await delay(10)
    }
  }
}

/** Where this process may make groups: below its own in version 1, below the root in version 2. */
function openParents(name: string): { version: 1 | 2; parents: { controllers: readonly string[]; folder: string }[] } {
  if (existsSync(join(root, 'cgroup.controllers'))) {
    const folder = join(root, name)
    for (const controller of controllers) {
      try {
        writeFileSync(join(root, 'cgroup.subtree_control'), `+${controller}`)
      } catch {
        // Already on, or not ours to switch on; the next read tells.
      }
    }
    mkdirSync(folder, { recursive: true })
    for (const controller of controllers) {
      try {
        writeFileSync(join(folder, 'cgroup.subtree_control'), `+${controller}`)
      } catch {
        // As above.
      }
    }
    const granted = read(join(folder, 'cgroup.subtree_control')).split(/\s+/)
    const usable = controllers.filter((controller) => granted.includes(controller))
    return { version: 2, parents: usable.length > 0 ? [{ controllers: usable, folder }] : [] }
  }
  const memberships = read('/proc/self/cgroup')
    .split('\n')
    .map((line) => line.split(':'))
  const parents: { controllers: readonly string[]; folder: string }[] = []
  for (const controller of controllers) {
    const path = memberships.find(([, names]) => names?.split(',').includes(controller))?.[2] ?? '/'
    const candidates = [join(root, controller, path), join(root, controller)]
    const base = candidates.find((candidate) => existsSync(join(candidate, 'cgroup.procs')))
    if (!base) continue
    try {
      const folder = join(base, name)
      mkdirSync(folder, { recursive: true })
      parents.push({ controllers: [controller], folder })
    } catch {
      // Read-only or not ours: the other limits hold the job.
    }
  }
  return { version: 1, parents }
}

function applyLimits(version: 1 | 2, folder: string, limits: RunnerLimits): void {
  const set = (file: string, value: number | string, needed = true) => {
    try {
      writeFileSync(join(folder, file), `${value}`)
    } catch (error) {
      if (needed && existsSync(join(folder, file))) throw error
    }
  }
  const quota = Math.round(limits.cpus * period)
  if (version === 2) {
    set('memory.max', limits.memoryBytes)
    set('memory.swap.max', 0, false)
    set('memory.oom.group', 1, false)
    set('pids.max', limits.processes)
    set('cpu.max', `${quota} ${period}`)
    return
  }
  set('memory.limit_in_bytes', limits.memoryBytes)
  set('memory.memsw.limit_in_bytes', limits.memoryBytes, false)
  set('pids.max', limits.processes)
  set('cpu.cfs_period_us', period)
  set('cpu.cfs_quota_us', quota)
}

/** Remembers every folder groups were made in: a server that is started elsewhere finds those of the one before. */
function remember(recordFile: string, folders: readonly string[]): string[] {
  const all = [...new Set([...read(recordFile).split('\n').filter(Boolean), ...folders])].filter((folder) =>
    existsSync(folder),
  )
  writeFileSync(recordFile, all.join('\n'))
  return all
}

async function sweepGroups(folder: string, keep: ReadonlySet<string>): Promise<void> {
  if (!existsSync(folder)) return
  const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const group of groups) if (!keep.has(group.name)) await removeGroup(join(folder, group.name))
  if (groups.every((group) => !keep.has(group.name))) await removeGroup(folder)
}

/** Removes every group a server that is gone for good has remembered. */
export async function clearGroups(recordFile: string): Promise<void> {
  for (const folder of read(recordFile).split('\n').filter(Boolean)) await sweepGroups(folder, new Set())
}

/**
 * Finds out whether this process may hold its jobs in control groups, of either version.
 *
 * @param name - Folder of this server's groups; another server must use another.
 * @param recordFile - File that outlives the server, to remember where its groups are.
 */
export function openCgroups(name: string, recordFile: string): CgroupHost | undefined {
  if (process.getuid?.() !== 0) return undefined
  let opened: ReturnType<typeof openParents>
  try {
    opened = openParents(name)
  } catch {
    return undefined
  }
  const { version, parents } = opened
  if (parents.length === 0) return undefined
  const known = remember(
    recordFile,
    parents.map(({ folder }) => folder),
  )
  return {
    version,
    controllers: parents.flatMap((parent) => parent.controllers),
    create(jobId, limits) {
      openParents(name)
      const folders = parents.map(({ folder }) => join(folder, jobId))
      for (const folder of folders) {
        mkdirSync(folder, { recursive: true })
        applyLimits(version, folder, limits)
      }
      return {
        joinFiles: folders.map((folder) => join(folder, 'cgroup.procs')),
        controllers: parents.flatMap((parent) => parent.controllers),
        ranOutOfMemory: () =>
          folders.some((folder) =>
            /oom_kill [1-9]/.test(`${read(join(folder, 'memory.oom_control'))}${read(join(folder, 'memory.events'))}`),
          ),
        async remove() {
          for (const folder of folders) {
            if (version === 2 && existsSync(join(folder, 'cgroup.kill')))
              writeFileSync(join(folder, 'cgroup.kill'), '1')
            await removeGroup(folder)
          }
        },
      }
    },
    async clear(jobId) {
      for (const folder of known) await removeGroup(join(folder, jobId))
    },
    async sweep(keep) {
      for (const folder of known) await sweepGroups(folder, keep)
    },
  }
}
