// `npm run devnet`: the local Ocean network on its own, until Ctrl-C; or the faucet of one that runs.
import { parseCommandLine, usage } from './commandLine'
import type { DevnetConfig } from './config'
import { createDevnet, type Devnet } from './createDevnet'
import { giveTokens } from './giveTokens'

/** What a parent process is told once everything answers. */
export type DevnetReady = { type: 'ready'; networksFile: string; summary: string }

function summarise({ chain, provider, aquarius, compute, actors, addressFile }: Devnet): string {
  const kept = chain.restored ? 'state kept from last time' : 'fresh'
  const rows = [
    ['Chain', `${chain.rpcUrl}  (chain id ${chain.chainId}, ${kept})`],
    ['Provider', provider.url],
    ['Aquarius', aquarius.url],
    ['Compute', `${compute.runner}, ${compute.isolation} isolation`],
    ['Addresses', addressFile],
    ['Alice', `${actors.alice.address}  key ${actors.alice.privateKey}`],
    ['Bob', `${actors.bob.address}  key ${actors.bob.privateKey}`],
  ]
  return rows.map(([name = '', value]) => `  ${name.padEnd(10)} ${value}`).join('\n')
}

/** Runs a network until a signal, the end of the parent process or the end of the chain. */
async function start(config: DevnetConfig): Promise<void> {
  const devnet = await createDevnet({ ...config, log: (line) => console.log(line) })
  const summary = summarise(devnet)
  if (process.send) process.send({ type: 'ready', networksFile: devnet.networksFile, summary } satisfies DevnetReady)
  else {
    console.log('\nOcean devnet is ready. Its keys are public: never send real money to them.')
    console.log(`\n${summary}\n\nCtrl-C stops it; state is kept.`)
  }

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
  devnet.chain.exited.then(() => {
    if (stopping) return
    console.error('The chain process ended unexpectedly.')
    void stop(1)
  })
}

try {
  const command = parseCommandLine(process.argv.slice(2))
  if (command.name === 'help') console.log(usage)
  else if (command.name === 'start') await start(command.config)
  else {
    const { eth, ocean } = await giveTokens(command)
    console.log(`${command.to} now has ${eth} ETH and ${ocean} OCEAN.`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
