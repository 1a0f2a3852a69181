import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { developmentMnemonic } from './accounts'
import { createRpc, type Rpc } from './rpc'

const require = createRequire(import.meta.url)

export type StartAnvilParameters = {
  port: number
  chainId: number
  mnemonic?: string | undefined
  accounts?: number | undefined
  /** Seconds between blocks. Absent: a block per transaction, at once. */
  blockTime?: number | undefined
  /** State file to begin with. */
  loadState?: string | undefined
  /** Unix seconds at which the chain's clock begins; absent: now. */
  timestamp?: number | undefined
}

export type Anvil = { url: string; rpc: Rpc; pid: number; exited: Promise<unknown>; stop(): Promise<void> }

/** Path of the chain's binary: `ANVIL_BIN`, else the npm package of this platform, else whatever is on PATH. */
export function findAnvil(): string {
  if (process.env.ANVIL_BIN) return process.env.ANVIL_BIN
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  try {
    const manifest = require.resolve(`@foundry-rs/anvil-${process.platform}-${arch}/package.json`)
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
    if (existsSync(binary)) return binary
  } catch {
    // Not packaged for this platform: fall through to PATH.
  }
  if (spawnSync('anvil', ['--version']).status === 0) return 'anvil'
  throw new Error(
    `No anvil for ${process.platform}-${process.arch}: install Foundry (https://getfoundry.sh) or set ANVIL_BIN to the binary.`,
  )
}

/** Starts a chain in a process that ends with this one, even if this one is killed, and waits for its first answer. */
export async function startAnvil(parameters: StartAnvilParameters): Promise<Anvil> {
  const { port, chainId, mnemonic = developmentMnemonic, accounts = 20, blockTime, loadState, timestamp } = parameters
  const anvil = [
    findAnvil(),
    ...['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(chainId), '--quiet'],
    ...['--mnemonic', mnemonic, '--accounts', String(accounts), '--balance', '1000000'],
    ...(blockTime ? ['--block-time', String(blockTime)] : []),
    ...(loadState ? ['--load-state', loadState] : []),
    ...(timestamp === undefined ? [] : ['--timestamp', String(timestamp)]),
  ]
  const command = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL', '--', ...anvil] : anvil
  const [file = '', ...args] = command
  const child: ChildProcess = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000)
  })
  const exited = once(child, 'exit')
  exited.catch(() => undefined)
  const url = `http://127.0.0.1:${port}`
  const rpc = createRpc(url)
  const deadline = Date.now() + 30_000
  while (true) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(
        `The chain did not start on port ${port}: ${complaint.trim() || `exit ${child.exitCode ?? child.signalCode}`}`,
      )
    }
    try {
      await rpc('eth_chainId')
      break
    } catch (cause) {
      if (Date.now() > deadline) {
        child.kill('SIGKILL')
        throw new Error(`The chain on port ${port} did not answer within 30 s.`, { cause })
      }
      await delay(5)
    }
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await exited
  }
  return { url, rpc, pid: child.pid, exited, stop }
}
