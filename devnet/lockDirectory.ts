import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start time of a process in kernel ticks: a number used again by another process does not match. */
const startedAt = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
  } catch {
    return undefined
  }
}

/** Refuses a second devnet on the same folder. The lock of one that was killed is taken over. Returns the release. */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'devnet.lock')
  const mine = `${process.pid} ${startedAt(process.pid) ?? ''}`
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw cause
      const [pid = '', started = ''] = readFileSync(file, 'utf8').split(' ')
      if (isRunning(Number(pid)) && (startedAt(Number(pid)) ?? '') === started) {
        throw new Error(
          `A devnet already runs on ${directory} (process ${pid}). Stop it, or choose another --data-dir.`,
          { cause },
        )
      }
      rmSync(file, { force: true })
    }
  }
}
