import { execFile } from 'node:child_process'

/** Where system tools are looked for, whatever the server's own PATH says. */
export const toolPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * Runs one of the system's tools with an empty environment.
 *
 * @returns What it printed on standard output.
 * @throws {Error} with what it printed on standard error.
 */
export function runTool(tool: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      env: { PATH: toolPath, LANG: 'C' } as NodeJS.Dict<string> as NodeJS.ProcessEnv,
      maxBuffer: 1 << 20,
      timeout: 20_000,
      killSignal: 'SIGKILL' as const,
    }
    execFile(tool, parameters, options, (error, output, complaint) => {
      if (!error) return resolve(output)
      const reason = complaint.trim().split('\n').at(-1) || error.message
      reject(new Error(`${tool}: ${reason}`, { cause: error }))
    })
  })
}
