import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const common = '/var/tmp'
const prefix = 'ocean-compute-'
/** Names the folder a work directory belongs to. */
const ownerFile = 'owner'

const passable = (folder: string) => (statSync(folder).mode & 0o001) !== 0

/**
 * Folder the jobs' folders are kept in while they run.
 *
 * A server that is root runs jobs as other users, who must be able to pass through every folder above: where they cannot,
 * as below `/root`, a folder of the server's own in `/var/tmp` is used.
 *
 * @throws {Error} when that folder belongs to somebody else.
 */
export function openWorkDirectory(dataDirectory: string): string {
  const own = join(resolve(dataDirectory), 'work')
  mkdirSync(own, { recursive: true, mode: 0o711 })
  if (process.getuid?.() !== 0) return own
  let isPassable = true
  for (let folder = own; folder !== dirname(folder); folder = dirname(folder)) isPassable &&= passable(folder)
  if (isPassable) return own
  const apart = `${common}/${prefix}${createHash('sha256').update(own).digest('hex').slice(0, 16)}`
  mkdirSync(apart, { recursive: true, mode: 0o711 })
  const found = lstatSync(apart)
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${apart} belongs to somebody else: remove it.`)
  }
  writeFileSync(join(apart, ownerFile), own, { mode: 0o600 })
  return apart
}

/** Folders in `/var/tmp` whose servers' data no longer exists. */
export function orphanedWorkDirectories(): string[] {
  if (process.getuid?.() !== 0) return []
  return readdirSync(common)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(common, name))
    .filter((folder) => {
      try {
        const found = lstatSync(folder)
        return found.isDirectory() && found.uid === 0 && !existsSync(readFileSync(join(folder, ownerFile), 'utf8'))
      } catch {
        return false
      }
    })
}
