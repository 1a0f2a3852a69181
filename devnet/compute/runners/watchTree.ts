import { readdirSync, readFileSync, statfsSync } from 'node:fs'

/** What the processes of a job hold together. */
export type TreeUse = {
  processes: number
  /** Memory that is theirs alone or shared among them, but with no file. */
  memoryBytes: number
  /** Files and folders in the scratch folders, each of which takes memory of the kernel's. */
  scratchEntries: number
}

const pageSize = 4096
const kibibyte = 1024
const interval = 200
const scratchFolders = ['tmp', 'dev/shm', 'work']

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return undefined
  }
}

function memoryOf(id: number): number {
  const shares = read(`/proc/${id}/smaps_rollup`)?.matchAll(/^Pss_(?:Anon|Shmem):\s*(\d+) kB$/gm)
  if (shares) return [...shares].reduce((sum, [, amount]) => sum + Number(amount) * kibibyte, 0)
  const [, resident = 0, shared = 0] = (read(`/proc/${id}/statm`) ?? '').split(' ').map(Number)
  return (resident - shared) * pageSize
}

function scratchEntriesOf(id: number): number {
  return scratchFolders.reduce((sum, folder) => {
    try {
      const { files, ffree } = statfsSync(`/proc/${id}/root/${folder}`)
      return sum + files - ffree
    } catch {
      return sum
    }
  }, 0)
}

/** What a process and all its descendants use. */
export function measureTree(rootId: number): TreeUse {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(read(`/proc/${name}/stat`)?.replace(/^.*\)/s, '').trim().split(' ')[1])
    if (Number.isNaN(parent)) continue
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const use: TreeUse = { processes: 0, memoryBytes: 0, scratchEntries: scratchEntriesOf(rootId) }
  const pending = [rootId]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    use.processes += 1
    use.memoryBytes += memoryOf(id)
    pending.push(...(children.get(id) ?? []))
  }
  return use
}

/** Where no control group holds a job: looks at it five times a second and tells when it takes too much. */
export function watchTree(
  rootId: number,
  limits: TreeUse,
  onExceeded: (what: 'processes' | 'memory' | 'disk') => void,
): () => void {
  const timer = setInterval(() => {
    const use = measureTree(rootId)
    if (use.processes > limits.processes) onExceeded('processes')
    else if (use.memoryBytes > limits.memoryBytes) onExceeded('memory')
    else if (use.scratchEntries > limits.scratchEntries) onExceeded('disk')
  }, interval)
  return () => clearInterval(timer)
}
