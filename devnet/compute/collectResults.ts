import { createHash } from 'node:crypto'
import { chmod, constants, type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredResult } from './store'

export type CollectResultsParameters = {
  /** Folders the job could write, in the order they are listed. Files of a name in `ignore` are passed over. */
  folders: readonly { path: string; ignore?: readonly string[] }[]
  /** The server's own logs, listed last and read last. */
  logs: readonly { filename: string; type: string; read(): string }[]
  /** Folder to copy into; results are named by position there. */
  destination: string
  limits: { files: number; bytes: number }
  /** Told of everything that is left out or renamed. */
  log(line: string): void
}

const blockSize = 1 << 20
const longestName = 128
const output = 'output'
/** `algorithm.log` is written by the server and may not be imitated. */
export const reservedName = 'algorithm.log'

/** Name that is safe in a header, on a disk and on a screen: printable ASCII, no separators or quotes, no leading dot. */
function safeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9 ._()+,=@-]/g, '_').replace(/^[.\s-]+|\s+$/g, '')
  return safe.length > longestName ? safe.slice(-longestName) : safe || 'unnamed'
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let count = 2; ; count++) {
    const candidate = name.replace(/(\.[^.]*)?$/, `-${count}$1`)
    if (!taken.has(candidate)) return candidate
  }
}

async function copy(source: FileHandle, target: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  const block = Buffer.allocUnsafe(blockSize)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await source.read(block, 0, blockSize, bytes)
    if (bytesRead === 0) break
    const part = block.subarray(0, bytesRead)
    hash.update(part)
    await target.write(part)
    bytes += bytesRead
  }
  await target.sync()
  return { bytes, sha256: hash.digest('hex') }
}

/**
 * Copies what a job has left behind into the server's own storage. Only when no process of the job is left.
 *
 * Nothing but plain files at the top of a folder is taken: no links of either kind, devices, pipes or sub-folders.
 *
 * @returns Entries as they are listed: the job's files by name, then the logs.
 */
export async function collectResults(parameters: CollectResultsParameters): Promise<StoredResult[]> {
  const { folders, logs, destination, limits, log } = parameters
  await rm(destination, { recursive: true, force: true })
  await mkdir(destination, { recursive: true, mode: 0o700 })
  const results: StoredResult[] = []
  const taken = new Set<string>([reservedName, ...logs.map(({ filename }) => filename)])
  let total = 0

  const store = async (entry: { filename: string; type: string }, source: FileHandle) => {
    const target = await open(join(destination, `${results.length}`), 'wx', 0o600)
    try {
      const { bytes, sha256 } = await copy(source, target)
      results.push({ filename: entry.filename, filesize: bytes, type: entry.type, sha256 })
      total += bytes
    } finally {
      await target.close()
    }
  }

  for (const { path, ignore = [] } of folders) {
    await chmod(path, 0o700)
    const names = (await readdir(path, { encoding: 'buffer' })).sort(Buffer.compare)
    for (const rawName of names) {
      const name = rawName.toString('utf8')
      if (ignore.includes(name)) continue
      const shown = JSON.stringify(name)
      let source: FileHandle
      try {
        const place = Buffer.concat([Buffer.from(`${path}/`), rawName])
        source = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
      } catch (error) {
        log(
          `Left out ${shown}: ${(error as NodeJS.ErrnoException).code === 'ELOOP' ? 'it is a link' : 'it cannot be opened'}.`,
        )
        continue
      }
      try {
        const found = await source.stat()
        const obstacle = found.isDirectory()
          ? 'it is a folder, and only files at the top are published'
          : !found.isFile()
            ? 'it is not a plain file'
            : found.nlink !== 1
              ? 'it has another name elsewhere'
              : results.length >= limits.files
                ? `only ${limits.files} files are published`
                : total + found.size > limits.bytes
                  ? 'the results are too large together'
                  : undefined
        if (obstacle) {
          log(`Left out ${shown}: ${obstacle}.`)
          continue
        }
        const filename = uniqueName(safeName(name), taken)
        if (filename !== name) log(`Renamed ${shown} to ${filename}.`)
        taken.add(filename)
        await store({ filename, type: output }, source)
        log(`Published ${filename}: ${found.size} bytes.`)
      } finally {
        await source.close()
      }
    }
  }
  for (const { filename, type, read } of logs) {
    const bytes = Buffer.from(read(), 'utf8')
    const target = await open(join(destination, `${results.length}`), 'wx', 0o600)
    try {
      await target.writeFile(bytes)
      await target.sync()
    } finally {
      await target.close()
    }
    results.push({ filename, filesize: bytes.length, type, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return results
}
