// `npm start` and `npm run dev`: the local network and the app in front of it, until Ctrl-C.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { DevnetReady } from '@/devnet/main'
import { buildApp, root } from './buildApp'
import { isPortFree, type StartedProcess, startProcess, stopProcesses } from './processes'

const usage = `npm start -- [options]

  --fresh                 forget what was published, ordered and computed
  --port <port>           the app                                     (3000)
  --port-chain <port>     JSON-RPC                                    (8545)
  --port-provider <port>  Provider                                    (8030)
  --port-aquarius <port>  Aquarius                                    (5000)
  --data-dir <folder>     where the network keeps its state           (.devnet)
  --unsafe-local-runner   run algorithms without a sandbox: only with code you wrote yourself`

const started: StartedProcess[] = []
let stopping = false

const stop = async (code: number, reason?: string) => {
  if (stopping) return
  stopping = true
  if (reason) console.error(reason)
  else console.log('\nStopping …')
  await stopProcesses(started)
  process.exit(code)
}

/** Says what to do when a program of ours ends although nobody asked it to. */
const watch = (process: StartedProcess) => {
  started.push(process)
  process.ended.then((code) =>
    stop(code || 1, `${process.name} ended unexpectedly (exit code ${code}); stopping the rest.`),
  )
  return process
}

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      ...{ dev: { type: 'boolean' }, fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      ...{ port: { type: 'string' }, 'port-chain': { type: 'string' }, 'port-provider': { type: 'string' } },
      ...{
        'port-aquarius': { type: 'string' },
        'data-dir': { type: 'string' },
        'unsafe-local-runner': { type: 'boolean' },
      },
    },
    strict: true,
  })
  const port = (name: 'port' | 'port-chain' | 'port-provider' | 'port-aquarius', otherwise: number) => {
    const value = Number(values[name] ?? otherwise)
    if (!Number.isInteger(value) || value < 1 || value > 65_535)
      throw new Error(`--${name} takes a port number, not "${values[name]}".`)
    return value
  }
  const ports = {
    app: port('port', 3000),
    chain: port('port-chain', 8545),
    provider: port('port-provider', 8030),
    aquarius: port('port-aquarius', 5000),
  }
  return { values, ports }
}

const startDevnet = (args: readonly string[]) =>
  new Promise<DevnetReady>((resolve) => {
    const devnet = watch(
      startProcess({
        name: 'The local network',
        command: [process.execPath, '--import', 'tsx', join(root, 'devnet', 'main.ts'), ...args],
        onLine: (line) => console.log(line),
        ipc: true,
      }),
    )
    devnet.child.on('message', (message) => resolve(message as DevnetReady))
  })

const startApp = async (parameters: { port: number; dev: boolean; networksFile: string }) => {
  const { port, dev, networksFile } = parameters
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  watch(
    startProcess({
      name: 'The app',
      command: [process.execPath, next, dev ? 'dev' : 'start', root, '-p', String(port), '-H', '127.0.0.1'],
      env: {
        OCEAN_NETWORKS_FILE: networksFile,
        NEXT_TELEMETRY_DISABLED: '1',
        ...(dev ? { NEXT_DIST_DIR: '.next/dev-build' } : {}),
      },
      onLine: (line) => (dev || /error|warn/i.test(line)) && console.log(`[app] ${line}`),
    }),
  )
  const deadline = Date.now() + 60_000
  while (!stopping) {
    const answer = await fetch(`http://127.0.0.1:${port}/icon.svg`).catch(() => undefined)
    if (answer) return
    if (Date.now() > deadline) throw new Error(`The app did not answer on port ${port} within a minute.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

try {
  const { values, ports } = readOptions()
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  for (const [name, port] of Object.entries(ports)) {
    if (await isPortFree(port)) continue
    const option = name === 'app' ? '--port' : `--port-${name}`
    throw new Error(`Port ${port} (${name}) is in use: stop what listens there, or choose another with ${option}.`)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  // npm passes no SIGTERM on: when it goes, so do we.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void stop(0), 500).unref()

  if (!values.dev) buildApp()
  const { networksFile, summary } = await startDevnet([
    ...[
      '--port-chain',
      String(ports.chain),
      '--port-provider',
      String(ports.provider),
      '--port-aquarius',
      String(ports.aquarius),
    ],
    ...(values.fresh ? ['--fresh'] : []),
    ...(values['data-dir'] ? ['--data-dir', values['data-dir']] : []),
    ...(values['unsafe-local-runner'] ? ['--unsafe-local-runner'] : []),
  ])
  await startApp({ port: ports.app, dev: values.dev ?? false, networksFile })
  console.log(`\nOcean Compute is ready: http://localhost:${ports.app}\n\n${summary}\n`)
  console.log(
    'These accounts are public and for this local network only. Ctrl-C stops everything; what you published is kept.',
  )
} catch (error) {
  await stop(1, error instanceof Error ? error.message : String(error))
}
