import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type KnownImage, refuseOnHost } from '../images'
import { createOutputVolume } from './outputVolume'
import type { Runner, RunnerExit } from './Runner'
import { toolPath } from './runTool'

export type UnsafeLocalRunnerParameters = { images: readonly KnownImage[] }

const signalBase = 128

/**
 * Runs algorithms as ordinary processes of the server's own user: nothing keeps them from its files or the network.
 *
 * There is no `/data` of a job's own here, so that `/data/` is rewritten to the job's folder in algorithm, entrypoint and variables.
 */
export function createUnsafeLocalRunner({ images }: UnsafeLocalRunnerParameters): Runner {
  const active = new Map<string, (cause: RunnerExit['cause']) => void>()
  return {
    name: 'unsafe-local',
    refuses: (container) => refuseOnHost(container, images),
    async probe() {
      if (!existsSync('/usr/bin/python3'))
        return { ok: false, reason: 'Python 3 is not installed', fix: 'apt-get install python3' }
      return {
        ok: true,
        isolation: 'weak',
        description: 'NO SANDBOX: algorithms run with all rights of the server',
        python: "the host's Python 3",
      }
    },
    async start(job) {
      const data = join(job.directory, 'data')
      const onExceeded = () => active.get(job.jobId)?.('disk')
      const volume = await createOutputVolume({
        directory: job.directory,
        limits: job.limits,
        userId: undefined,
        mounted: false,
        onExceeded,
      })
      await symlink(volume.outputs, join(data, 'outputs'))
      await symlink(volume.logs, join(data, 'logs'))
      const work = join(job.directory, 'work')
      await mkdir(work)
      await symlink(data, join(work, 'data'))
      const local = (text: string) => text.replaceAll(/(?<![\w.])\/data\b/g, data)
      const algorithm = join(data, 'transformations', 'algorithm')
      await writeFile(algorithm, local(await readFile(algorithm, 'utf8')))
      const variables = Object.fromEntries(Object.entries(job.variables).map(([name, value]) => [name, local(value)]))
      const script = `exec 2>&1; python() { python3 "$@"; }; ${job.entrypoint.replaceAll('$ALGO', `'${algorithm}'`)}`
      const environment: NodeJS.Dict<string> = {
        PATH: toolPath,
        HOME: work,
        LANG: 'C.UTF-8',
        OPENBLAS_NUM_THREADS: '1',
        PYTHONUNBUFFERED: '1',
        ...variables,
      }
      const child: ChildProcess = spawn('/bin/sh', ['-c', script], {
        cwd: work,
        env: environment as NodeJS.ProcessEnv,
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let ending: RunnerExit['cause'] | undefined
      const killGroup = () => {
        try {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
        } catch {
          // The group is gone already.
        }
      }
      active.set(job.jobId, (cause) => {
        ending ??= cause
        killGroup()
      })
      child.stdout?.on('data', job.onOutput)
      const exited = new Promise<RunnerExit>((resolve, reject) => {
        child.once('error', reject)
        child.once('exit', killGroup)
        child.once('close', (code, signal) => {
          active.delete(job.jobId)
          resolve({ code: code ?? signalBase + (signal === 'SIGKILL' ? 9 : 15), cause: ending ?? 'exit' })
        })
      })
      return { outputs: volume.outputs, logs: volume.logs, exited, release: () => volume.release() }
    },
    stop: (jobId, cause) => active.get(jobId)?.(cause),
    async adopt() {
      return undefined
    },
    async sweep() {},
  }
}
