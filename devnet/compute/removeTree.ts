import { rm } from 'node:fs/promises'
import { runTool } from './runners/runTool'

/** Removes a folder whatever a job has made of it: folders nobody may enter, paths longer than the system's limit. */
export async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch {
    await runTool('chmod', ['-R', 'u+rwX', path]).catch(() => undefined)
    await runTool('rm', ['-rf', '--', path])
  }
}
