import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepVolumes } from './runners/outputVolume'
import { openWorkDirectory } from './workDirectory'

/**
 * Forgets everything a compute backend has kept: jobs, results, and what a killed server left mounted.
 *
 * @param dataDirectory - As given to `createCompute`, which must not be running.
 */
export async function clearCompute(dataDirectory: string): Promise<void> {
  if (!existsSync(dataDirectory)) return
  const workDirectory = openWorkDirectory(dataDirectory)
  const unknown: ReadonlySet<string> = new Set()
  await sweepVolumes(workDirectory, unknown)
  await rm(workDirectory, { recursive: true, force: true })
  for (const name of await readdir(dataDirectory)) await rm(join(dataDirectory, name), { recursive: true, force: true })
}
