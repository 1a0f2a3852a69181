import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { gateDescriptor } from './bubblewrapArguments'
import { toolPath } from './runTool'

export type SandboxProcess = {
  /** Kills every process, as soon as the sandbox stands: one that is half built could lose its first process. */
  kill(): void
  /** Host's process id of the sandbox's first process, once the sandbox stands. */
  firstProcess: Promise<number | undefined>
  /** Exit code when every process of the sandbox is gone. */
  gone: Promise<{ code: number; began: boolean; complaint: string }>
}

export type SandboxProcessParameters = {
  command: readonly string[]
  /** System call filter to hand over. */
  filterFile: string | undefined
  onOutput(chunk: Uint8Array): void
}

const signalBase = 128
const closeOnExec = 0o2000000
const longestComplaint = 4096

/** Descriptors this server was itself started with and would hand on: Node marks only its own as closed on exec. */
function inheritedDescriptors(): number[] {
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => {
      if (descriptor <= gateDescriptor) return false
      try {
        const flags = /flags:\s*(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.[1]
        return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0
      } catch {
        return false
      }
    })
}

/**
 * Starts bubblewrap with an empty environment and follows what it reports of itself.
 *
 * bubblewrap ties its processes to their parents' lives only when the sandbox is nearly built. So that a server killed in the
 * milliseconds before leaves no algorithm behind, what runs inside waits at a gate, which this server alone can open.
 */
export function startSandboxProcess({ command, filterFile, onOutput }: SandboxProcessParameters): SandboxProcess {
  const [program = '', ...rest] = command
  const filter = filterFile === undefined ? undefined : openSync(filterFile, 'r')
  const nothing = openSync('/dev/null', 'r')
  const stdio: (number | 'ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe', filter ?? 'ignore', 'pipe']
  for (const descriptor of inheritedDescriptors()) {
    while (stdio.length < descriptor) stdio.push('ignore')
    stdio[descriptor] = nothing
  }
  let child: ChildProcess
  try {
    child = spawn(program, rest, {
      env: { PATH: toolPath } as NodeJS.Dict<string> as NodeJS.ProcessEnv,
      cwd: '/',
      stdio,
    })
  } finally {
    if (filter !== undefined) closeSync(filter)
    closeSync(nothing)
  }
  let complaint = ''
  child.stdout?.on('data', onOutput)
  child.stderr?.on('data', (chunk: Buffer) => {
    if (complaint.length < longestComplaint) complaint += chunk.toString('utf8')
  })
  let stands: (first: number | undefined) => void = () => undefined
  const firstProcess = new Promise<number | undefined>((resolve) => {
    stands = resolve
  })
  const gate = (child.stdio as readonly unknown[])[gateDescriptor] as Duplex | undefined
  gate?.on('error', () => undefined)
  gate?.once('data', () => {
    stands(childOf(child.pid))
    gate.end('\n')
  })
  const gone = new Promise<{ code: number; began: boolean; complaint: string }>((resolve, reject) => {
    child.once('error', (error) => {
      stands(undefined)
      reject(error)
    })
    child.once('exit', () => stands(undefined))
    child.once('close', async (exitCode, signal) => {
      const code = exitCode ?? signalBase + (signal === 'SIGKILL' ? 9 : 15)
      const first = await firstProcess
      await untilGone(first)
      resolve({ code, began: first !== undefined, complaint: complaint.trim() })
    })
  })
  const kill = () =>
    void firstProcess.then((first) => {
      child.kill('SIGKILL')
      killFirst(first)
    })
  return { kill, firstProcess, gone }
}

/** The child of a process that has one. */
function childOf(parent: number | undefined): number | undefined {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')
      return Number(fields[1]) === parent
    } catch {
      return false
    }
  })
  return found === undefined ? undefined : Number(found)
}

/** Kills the first process of a sandbox, and with it the others, if that is still what the number stands for. */
function killFirst(id: number | undefined): void {
  if (id === undefined) return
  try {
    if (/^NSpid:.*\t1$/m.test(readFileSync(`/proc/${id}/status`, 'latin1'))) process.kill(id, 'SIGKILL')
  } catch {
    // It is gone.
  }
}

/** Whether a process is still there, and not merely waiting for its parent to take note of its end. */
function isAlive(id: number): boolean {
  try {
    const state = readFileSync(`/proc/${id}/stat`, 'latin1').replace(/^.*\) /s, '')[0]
    return state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}

/** The first process of a process namespace is the last to go: once it is gone, nothing is left. */
async function untilGone(firstProcess: number | undefined): Promise<void> {
  while (firstProcess !== undefined && isAlive(firstProcess)) await delay(2)
}
