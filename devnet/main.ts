import { parseDevnetArguments, usage } from './config'
import { createDevnet } from './createDevnet'

/** What a parent process is told once everything answers. */
export type DevnetReady = { type: 'ready'; networksFile: string; summary: string }

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

const parsed = (() => {
  try {
    return parseDevnetArguments(process.argv.slice(2))
  } catch (error) {
    return fail(error)
  }
})()

if (parsed.help) {
  console.log(usage)
} else {
  const devnet = await createDevnet({ ...parsed.config, log: (line) => console.log(line) }).catch(fail)
  const { chain, provider, aquarius, compute, actors, addressFile } = devnet
  const rows = [
    [
      'Chain',
      `${chain.rpcUrl}  (chain id ${chain.chainId}${chain.restored ? ', state kept from last time' : ', fresh'})`,
    ],
    ['Provider', provider.url],
    ['Aquarius', aquarius.url],
    ['Compute', `${compute.runner}, ${compute.isolation} isolation`],
    ['Addresses', addressFile],
    ['Alice', `${actors.alice.address}  key ${actors.alice.privateKey}`],
    ['Bob', `${actors.bob.address}  key ${actors.bob.privateKey}`],
  ]
  const summary = rows.map(([name = '', value]) => `  ${name.padEnd(10)} ${value}`).join('\n')
  if (process.send) process.send({ type: 'ready', networksFile: devnet.networksFile, summary } satisfies DevnetReady)
  else
    console.log(
      `\nOcean devnet is ready. Its keys are public: never send real money to them.\n\n${summary}\n\nCtrl-C stops it; state is kept.`,
    )

  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    await devnet.close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  // npm passes no SIGTERM on: when the parent goes, so does the devnet.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void stop(0), 500).unref()
  chain.exited.then(() => {
    if (stopping) return
    console.error('The chain process ended unexpectedly.')
    void stop(1)
  })
}
