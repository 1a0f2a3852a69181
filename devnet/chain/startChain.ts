import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { openDatabase } from '../storage/openDatabase'
import { type DevelopmentAccount, deriveAccounts, roles } from './accounts'
import { createJournal, type Deployment, readSnapshot, replayBlocks } from './createJournal'
import { deployContracts } from './deployContracts'
import { createDeployPlan, type OceanContracts } from './deployPlan'
import { freePort } from './freePort'
import { chainMigrations } from './migrations'
import type { Rpc } from './rpc'
import { serveGateway } from './serveGateway'
import { startAnvil } from './startAnvil'

export type StartChainParameters = {
  /** Folder for the chain's database. Absent: a temporary one, removed on close. */
  dataDirectory?: string | undefined
  /** 0 or absent: a free one. */
  port?: number | undefined
  chainId?: number | undefined
  accounts?: number | undefined
  blockTime?: number | undefined
  log?: ((line: string) => void) | undefined
}

export type DevelopmentChain = {
  rpcUrl: string
  chainId: number
  contracts: OceanContracts
  startBlock: number
  accounts: DevelopmentAccount[]
  /** True when the state of an earlier run was found and restored. */
  restored: boolean
  /** Settles when the chain's process ends, by itself or by `close`. */
  exited: Promise<unknown>
  close(): Promise<void>
}

/**
 * Starts an EVM chain that carries all Ocean contracts, and keeps it on disk: what a request changed is durable before
 * the request is answered, and a later start with the same folder goes on from there.
 */
export async function startChain(parameters: StartChainParameters = {}): Promise<DevelopmentChain> {
  const { chainId = 8996, accounts: count = 20, blockTime, log = () => undefined } = parameters
  const temporary = parameters.dataDirectory ? undefined : mkdtempSync(join(tmpdir(), 'ocean-chain-'))
  const directory = parameters.dataDirectory ?? temporary ?? '.'
  const accounts = deriveAccounts(undefined, Math.max(count, 20))
  const deployer = accounts[roles.deployer]
  if (!deployer) throw new Error('The mnemonic yields no deployer.')
  const holders = accounts.slice(1, 10).map((account) => account.address)
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([chainId, createDeployPlan(deployer.address, holders)]))
    .digest('hex')

  const database = openDatabase({ file: join(directory, 'chain.sqlite'), migrations: chainMigrations })
  const found = readSnapshot(database)
  if (found && found.deployment.fingerprint !== fingerprint) {
    database.close()
    throw new Error(`The chain in ${directory} was made by another version of the contracts. Start with --fresh.`)
  }
  const stateFile = join(directory, 'chain-state.json')
  if (found) writeFileSync(stateFile, found.state)
  const inner = await freePort()
  const anvil = await startAnvil({
    port: inner,
    chainId,
    accounts: count,
    blockTime: undefined,
    loadState: found ? stateFile : undefined,
    timestamp: found?.timestamp,
  })
  rmSync(stateFile, { force: true })
  try {
    const deployment: Deployment = found?.deployment ?? {
      ...(await deployContracts({ rpc: anvil.rpc, chainId, deployer, holders })),
      fingerprint,
    }
    if (found) {
      await replayBlocks(database, anvil.rpc)
      await setClock(anvil.rpc)
    }
    const journal = createJournal({ database, rpc: anvil.rpc, deployment })
    if (!found) await journal.snapshot()
    if (blockTime) await anvil.rpc('evm_setIntervalMining', [blockTime])
    const gateway = await serveGateway({ port: parameters.port ?? 0, target: { port: inner }, journal, log })
    let closing: Promise<void> | undefined
    const close = async () => {
      await gateway.close()
      await journal.capture().catch(() => undefined)
      await anvil.stop()
      database.close()
      if (temporary) rmSync(temporary, { recursive: true, force: true })
    }
    return {
      ...{ rpcUrl: gateway.url, chainId, contracts: deployment.contracts, startBlock: deployment.startBlock, accounts },
      ...{ restored: found !== undefined, exited: anvil.exited },
      close: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    await anvil.stop()
    database.close()
    throw error
  }
}

/** Lets the clock go with the wall again after old blocks were mined at their old times. */
async function setClock(rpc: Rpc): Promise<void> {
  const { timestamp } = await rpc<{ timestamp: Hex }>('eth_getBlockByNumber', ['latest', false])
  await rpc('evm_setTime', [Math.max(Math.floor(Date.now() / 1000), Number(timestamp))])
}
