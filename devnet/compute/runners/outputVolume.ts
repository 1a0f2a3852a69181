import { readFileSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readdir, rm, rmdir, statfs, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { removeTree } from '../removeTree'
import type { RunnerLimits } from './Runner'
import { runTool } from './runTool'

export type OutputVolume = {
  outputs: string
  logs: string
  /** Whether the job has used up its space or its entries. */
  isFull(): Promise<boolean>
  release(): Promise<void>
}

export type OutputVolumeParameters = {
  /** The job's own folder. */
  directory: string
  limits: RunnerLimits
  /** User and group the job runs as; undefined for the server's own. */
  userId: number | undefined
  /** A file system of its own, whose size the kernel keeps; otherwise use is watched. */
  mounted: boolean
  /** Takes over what an earlier server left, instead of beginning anew. */
  isAdopted?: boolean
  /** Called once when a watched volume has grown too large. */
  onExceeded(): void
}

/** Lies below the mount point, and is thus seen only when the mounted volume was lost. */
const lostMark = '.lost'
const watchInterval = 100
const volumeOf = (directory: string) => join(directory, 'data', 'volume')

/** Whether what the job of this folder has written is gone, as after a restart of the machine. */
export async function isVolumeLost(directory: string): Promise<boolean> {
  const entries = await readdir(volumeOf(directory)).catch(() => [lostMark])
  return entries.includes(lostMark)
}

/** Names in a folder of the job, which may have locked it; undefined when it cannot be looked into at all. */
async function namesIn(folder: string): Promise<string[] | undefined> {
  const ifGone = (error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' || error.code === 'ENOTDIR' ? [] : undefined
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return ifGone(error as NodeJS.ErrnoException)
  }
  try {
    await chmod(folder, 0o700)
    return await readdir(folder)
  } catch (error) {
    return ifGone(error as NodeJS.ErrnoException)
  }
}

/** What a folder holds. A part that cannot be looked into counts as too much. */
async function measure(folder: string): Promise<{ bytes: number; entries: number }> {
  let bytes = 0
  let entries = 0
  const pending = [folder]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const names = await namesIn(next)
    if (!names) return { bytes: Number.POSITIVE_INFINITY, entries }
    entries += names.length
    for (const name of names) {
      const path = join(next, name)
      const found = await lstat(path).catch((error: NodeJS.ErrnoException) => error)
      if (found instanceof Error) {
        if (found.code === 'ENAMETOOLONG') return { bytes: Number.POSITIVE_INFINITY, entries }
        continue
      }
      bytes += found.blocks * 512
      if (found.isDirectory()) pending.push(path)
    }
  }
  return { bytes, entries }
}

async function mountVolume(directory: string, limits: RunnerLimits): Promise<void> {
  const image = join(directory, 'volume.ext4')
  const volume = volumeOf(directory)
  await writeFile(image, '', { mode: 0o600 })
  await truncate(image, Math.max(limits.diskBytes, 1 << 20))
  await runTool('mkfs.ext4', [
    '-q',
    '-F',
    '-O',
    '^has_journal',
    '-m',
    '0',
    '-N',
    `${limits.diskEntries + 16}`,
    '-E',
    'lazy_itable_init=1',
    image,
  ])
  await writeFile(join(volume, lostMark), '')
  await runTool('mount', ['-o', 'loop,nosuid,nodev,noexec', image, volume])
  await rmdir(join(volume, 'lost+found'))
}

/** Makes the place a job writes to: bounded, and readable after the job. */
export async function createOutputVolume(parameters: OutputVolumeParameters): Promise<OutputVolume> {
  const { directory, limits, userId, mounted, isAdopted = false, onExceeded } = parameters
  const volume = volumeOf(directory)
  const outputs = join(volume, 'outputs')
  const logs = join(volume, 'logs')
  if (!isAdopted) {
    await removeTree(volume)
    await mkdir(volume, { recursive: true })
    if (mounted) await mountVolume(directory, limits)
    await chmod(volume, 0o755)
    for (const folder of [outputs, logs]) {
      await mkdir(folder, { mode: 0o700 })
      if (userId !== undefined) await chown(folder, userId, userId)
    }
  }

  let exceeded = false
  let timer: NodeJS.Timeout | undefined
  const watch = () => {
    timer = setTimeout(async () => {
      const { bytes, entries } = await measure(volume)
      if (bytes > limits.diskBytes || entries > limits.diskEntries) {
        exceeded = true
        onExceeded()
      } else if (timer) {
        watch()
      }
    }, watchInterval)
  }
  if (!mounted) watch()

  return {
    outputs,
    logs,
    async isFull() {
      if (!mounted) return exceeded
      const { bavail, ffree } = await statfs(volume)
      return bavail < 16 || ffree === 0
    },
    async release() {
      clearTimeout(timer)
      timer = undefined
      if (mounted) await unmount(volume)
      await removeTree(volume)
    },
  }
}

async function unmount(mountPoint: string): Promise<void> {
  await runTool('umount', [mountPoint]).catch(() => runTool('umount', ['-l', mountPoint]))
}

/** Unmounts the volume of a job's folder, if it is mounted. */
export async function unmountVolume(directory: string): Promise<void> {
  const volume = volumeOf(directory)
  if (mountPoints().includes(volume)) await unmount(volume)
}

function mountPoints(): string[] {
  try {
    const plain = (text: string) =>
      text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    return readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .map((line) => plain(line.split(' ')[4] ?? ''))
  } catch {
    return []
  }
}

/** Unmounts volumes that earlier servers left below a folder, but for those of the given jobs. */
export async function sweepVolumes(below: string, keep: ReadonlySet<string>): Promise<void> {
  for (const mountPoint of mountPoints()) {
    if (!mountPoint.startsWith(`${below}/`)) continue
    const jobId = mountPoint.slice(below.length + 1).split('/')[0] ?? ''
    if (!keep.has(jobId)) await unmount(mountPoint)
  }
}

/** Whether volumes of their own can be mounted here: tried once, really. */
export async function canMountVolumes(scratch: string): Promise<boolean> {
  if (process.getuid?.() !== 0) return false
  const directory = join(scratch, 'volume-probe')
  try {
    await mkdir(directory, { recursive: true })
    const limits = { diskBytes: 4 << 20, diskEntries: 16 } as RunnerLimits
    const volume = await createOutputVolume({
      directory,
      limits,
      userId: undefined,
      mounted: true,
      onExceeded: () => undefined,
    })
    await volume.release()
    return true
  } catch {
    return false
  } finally {
    await sweepVolumes(directory, new Set()).catch(() => undefined)
    await rm(directory, { recursive: true, force: true })
  }
}
