import { readFile } from 'node:fs/promises'
import { type ParseConfigurationReturnType, parseConfiguration } from './parseConfiguration'

/**
 * Reads the run-time configuration from `OCEAN_NETWORKS` (JSON) or the file named by `OCEAN_NETWORKS_FILE`.
 *
 * Read per request, so that one build serves any deployment and a restarted network is noticed by a reload.
 */
export async function readConfiguration(): Promise<ParseConfigurationReturnType> {
  const inline = process.env.OCEAN_NETWORKS
  const file = process.env.OCEAN_NETWORKS_FILE
  const source = inline ? 'OCEAN_NETWORKS' : 'OCEAN_NETWORKS_FILE'
  try {
    if (!inline && !file) return { ok: false, problems: [{ path: source, message: 'is not set' }] }
    const json = inline ?? (await readFile(/* turbopackIgnore: true */ file ?? '', 'utf8'))
    return parseConfiguration(JSON.parse(json))
  } catch (error) {
    return { ok: false, problems: [{ path: source, message: error instanceof Error ? error.message : String(error) }] }
  }
}
