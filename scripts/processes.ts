import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

export type StartedProcess = { name: string; child: ChildProcess; ended: Promise<number> }

const hasSetpriv = process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0

/** Starts a program in a process group of its own, tied to this one: whatever ends this process ends that one. */
export function startProcess(parameters: {
  name: string
  command: readonly string[]
  env?: Record<string, string>
  onLine?: (line: string) => void
  ipc?: boolean
}): StartedProcess {
  const { name, command, env = {}, onLine = console.log, ipc = false } = parameters
  const [file = '', ...args] = hasSetpriv ? ['setpriv', '--pdeathsig', 'KILL', '--', ...command] : command
  const child = spawn(file, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  })
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
    stream?.on('end', () => rest && onLine(rest))
  }
  const ended = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      onLine(`${name}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
  return { name, child, ended }
}

const signalGroup = ({ child }: StartedProcess, signal: NodeJS.Signals) => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/** Asks each process group to end, and ends what has not after `grace` milliseconds. */
export async function stopProcesses(processes: readonly StartedProcess[], grace = 8000): Promise<void> {
  for (const started of processes) signalGroup(started, 'SIGTERM')
  const timer = setTimeout(() => {
    for (const started of processes) signalGroup(started, 'SIGKILL')
  }, grace)
  await Promise.all(processes.map((started) => started.ended))
  clearTimeout(timer)
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
