import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../chain/freePort'
import type { DevnetReady } from '../main'

type Ports = { chain: number; provider: number; aquarius: number }

/** A devnet in a process of its own, on ports and a folder that stay the same, to be killed and started again. */
export type SpawnedDevnet = {
  ports: Ports
  /** Of the running process. */
  pid(): number | undefined
  networks(): { contracts: Record<string, string>; local: { accounts: { privateKey: `0x${string}` }[] } }
  start(): Promise<void>
  /** SIGKILL, as a power cut would do. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function spawnDevnet(dataDirectory: string, options: readonly string[] = []): Promise<SpawnedDevnet> {
  const ports: Ports = { chain: await freePort(), provider: await freePort(), aquarius: await freePort() }
  let child: ChildProcess | undefined
  let networksFile = ''

  const start = async () => {
    const args = [
      '--data-dir',
      dataDirectory,
      ...Object.entries(ports).flatMap(([name, port]) => [`--port-${name}`, String(port)]),
      ...options,
    ]
    const started = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '..', 'main.ts'), ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child = started
    let complaint = ''
    started.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    const ready = await Promise.race([
      once(started, 'message').then(([message]) => message as DevnetReady),
      once(started, 'exit').then(([code]) => {
        throw new Error(`The devnet did not start (exit ${code}): ${complaint}`)
      }),
    ])
    networksFile = ready.networksFile
  }
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    ports,
    pid: () => child?.pid,
    networks: () => JSON.parse(readFileSync(networksFile, 'utf8')).networks[0],
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
