import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { removeTree } from './removeTree'
import { clearGroups } from './runners/cgroup'
import { groupRecord } from './runners/createBubblewrapRunner'
import { sweepVolumes } from './runners/outputVolume'
import { openWorkDirectory, orphanedWorkDirectories } from './workDirectory'

/** Removes a work directory with everything that is mounted or grouped on its behalf. */
export async function clearWorkDirectory(workDirectory: string): Promise<void> {
  await sweepVolumes(workDirectory, new Set())
  await clearGroups(join(workDirectory, groupRecord))
  await removeTree(workDirectory)
}

/** Removes what is left of servers whose data has been deleted. */
export async function clearOrphans(): Promise<void> {
  for (const folder of orphanedWorkDirectories()) await clearWorkDirectory(folder)
}

/**
 * Forgets everything a compute backend has kept: jobs, results, and what a killed server left mounted.
 *
 * @param dataDirectory - As given to `createCompute`, which must not be running.
 */
export async function clearCompute(dataDirectory: string): Promise<void> {
  if (!existsSync(dataDirectory)) return
  await clearWorkDirectory(openWorkDirectory(dataDirectory))
  for (const name of await readdir(dataDirectory)) await removeTree(join(dataDirectory, name))
}
