import { readdirSync, readFileSync } from 'node:fs'

type TreeUse = { processes: number; privateBytes: number }

const pageSize = 4096
const interval = 200

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return undefined
  }
}

/** What a process and all its descendants use together: their number, and memory they do not share with a file. */
function measureTree(rootId: number): TreeUse {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(read(`/proc/${name}/stat`)?.replace(/^.*\)/s, '').trim().split(' ')[1])
    if (Number.isNaN(parent)) continue
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const use: TreeUse = { processes: 0, privateBytes: 0 }
  const pending = [rootId]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const [, resident, shared] = (read(`/proc/${id}/statm`) ?? '').split(' ').map(Number)
    if (resident === undefined || shared === undefined) continue
    use.processes += 1
    use.privateBytes += (resident - shared) * pageSize
    pending.push(...(children.get(id) ?? []))
  }
  return use
}

/** Where no control group holds a job: looks at its processes five times a second and tells when they are too much. */
export function watchTree(
  rootId: number,
  limits: TreeUse,
  onExceeded: (what: 'processes' | 'memory') => void,
): () => void {
  const timer = setInterval(() => {
    const use = measureTree(rootId)
    if (use.processes > limits.processes) onExceeded('processes')
    else if (use.privateBytes > limits.privateBytes) onExceeded('memory')
  }, interval)
  return () => clearInterval(timer)
}
