import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import type { Duplex, Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { gateDescriptor, statusDescriptor } from './bubblewrapArguments'
import { toolPath } from './runTool'

export type SandboxProcess = {
  /** Kills every process, as soon as the sandbox stands: one that is half built could lose its first process. */
  kill(): void
  /** Host's process id of the sandbox's first process, once there is one. */
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
 * bubblewrap ties its processes to the life of their parents only while it builds the sandbox. So that a server killed in
 * these milliseconds leaves no algorithm behind, what runs inside waits at a gate, which this server alone can open.
 */
export function startSandboxProcess({ command, filterFile, onOutput }: SandboxProcessParameters): SandboxProcess {
  const [program = '', ...rest] = command
  const filter = filterFile === undefined ? undefined : openSync(filterFile, 'r')
  const nothing = openSync('/dev/null', 'r')
  const stdio: (number | 'ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe', filter ?? 'ignore', 'pipe', 'pipe']
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
  let report = ''
  let announce: (id: number | undefined) => void = () => undefined
  const firstProcess = new Promise<number | undefined>((resolve) => {
    announce = resolve
  })
  child.stdout?.on('data', onOutput)
  child.stderr?.on('data', (chunk: Buffer) => {
    if (complaint.length < longestComplaint) complaint += chunk.toString('utf8')
  })
  const status = child.stdio[statusDescriptor] as Readable
  status.on('data', (chunk: Buffer) => {
    if (report.length < longestComplaint) report += chunk.toString('utf8')
    const id = /"child-pid":\s*(\d+)/.exec(report)?.[1]
    if (id !== undefined) announce(Number(id))
  })
  let stands: (began: boolean) => void = () => undefined
  const built = new Promise<boolean>((resolve) => {
    stands = resolve
  })
  const gate = (child.stdio as readonly unknown[])[gateDescriptor] as Duplex
  gate.on('error', () => undefined)
  gate.once('data', () => {
    gate.end('\n')
    stands(true)
  })
  const end = () => {
    announce(undefined)
    stands(false)
  }
  const gone = new Promise<{ code: number; began: boolean; complaint: string }>((resolve, reject) => {
    child.once('error', (error) => {
      end()
      reject(error)
    })
    child.once('exit', end)
    child.once('close', async (exitCode, signal) => {
      const code = exitCode ?? signalBase + (signal === 'SIGKILL' ? 9 : 15)
      await untilGone(await firstProcess)
      resolve({ code, began: await built, complaint: complaint.trim() })
    })
  })
  const kill = () =>
    void built.then(async () => {
      child.kill('SIGKILL')
      killFirst(await firstProcess)
    })
  return { kill, firstProcess, gone }
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
