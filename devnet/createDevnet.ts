import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Address, Hex } from 'viem'
import { createAquarius } from './aquarius/createAquarius'
import { aquariusMigrations } from './aquarius/migrations'
import { type DevelopmentAccount, type Role, roles } from './chain/accounts'
import type { OceanContracts } from './chain/deployPlan'
import { startChain } from './chain/startChain'
import { clearCompute } from './compute/clearCompute'
import { createCompute } from './compute/createCompute'
import { computeMigrations } from './compute/migrations'
import { checkDevnetConfig, type DevnetConfig } from './config'
import { createFaults } from './faults/createFaults'
import { lockDirectory } from './lockDirectory'
import { createProvider } from './provider/createProvider'
import { providerMigrations } from './provider/migrations'
import { reservePort, serveApp } from './serveApp'
import { openDatabase } from './storage/openDatabase'
import { tutorialMirrors } from './tutorialMirrors'
import { writeAddressFile } from './writeAddressFile'
import { writeNetworksFile } from './writeNetworksFile'

export type Actor = { address: Address; privateKey: Hex }

export type Devnet = AsyncDisposable & {
  chain: {
    rpcUrl: string
    chainId: number
    contracts: OceanContracts
    startBlock: number
    restored: boolean
    exited: Promise<unknown>
  }
  provider: { url: string; address: Address }
  aquarius: { url: string; address: Address }
  compute: { runner: string; isolation: string }
  actors: { alice: Actor; bob: Actor; carol: Actor }
  /** Contract addresses for ocean.py, ocean.js and the services. */
  addressFile: string
  /** Run-time configuration of the web app. */
  networksFile: string
  dataDirectory: string
  /** Resolves when all that was mined is indexed and no job is queued or running. */
  idle(): Promise<void>
  close(): Promise<void>
}

export const samplesDirectory = join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'samples')

/**
 * Starts a whole Ocean network in this process: chain with contracts, Provider, Aquarius and compute. Serves `npm start`,
 * contract tests and browser stories alike.
 */
export async function createDevnet(config: DevnetConfig & { log?: (line: string) => void } = {}): Promise<Devnet> {
  const { log = () => undefined, ...given } = config
  const settings = checkDevnetConfig(given)
  const temporary = settings.dataDirectory ? undefined : mkdtempSync(join(tmpdir(), 'ocean-devnet-'))
  const dataDirectory = settings.dataDirectory ?? temporary ?? '.'
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) {
      try {
        await closer()
      } catch (error) {
        log(`while stopping: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  try {
    mkdirSync(dataDirectory, { recursive: true })
    if (temporary) closers.push(() => rmSync(temporary, { recursive: true, force: true }))
    closers.push(lockDirectory(dataDirectory))
    if (settings.fresh) {
      await clearCompute(join(dataDirectory, 'compute'))
      for (const part of ['chain', 'provider', 'aquarius', 'compute'])
        rmSync(join(dataDirectory, part), { recursive: true, force: true })
    }
    const chain = await startChain({
      ...{ dataDirectory: join(dataDirectory, 'chain'), port: settings.ports.chain, chainId: settings.chainId },
      ...{ accounts: settings.accounts, blockTime: settings.blockTime, log },
    })
    closers.push(() => chain.close())
    const { rpcUrl, chainId, contracts, startBlock } = chain
    const { authorizedDecrypters } = settings
    const actor = (role: Role): DevelopmentAccount => {
      const account = chain.accounts[roles[role]]
      if (!account) throw new Error(`No account for ${role}.`)
      return account
    }
    const database = (service: string, migrations: readonly string[]) => {
      const opened = openDatabase({ file: join(dataDirectory, service, `${service}.sqlite`), migrations })
      closers.push(() => opened.close())
      return opened
    }
    const providerPort = await reservePort(settings.ports.provider)
    const aquariusPort = await reservePort(settings.ports.aquarius)
    const providerUrl = `http://127.0.0.1:${providerPort}`
    const aquariusUrl = `http://127.0.0.1:${aquariusPort}`

    const compute = await createCompute({
      ...{ database: database('compute', computeMigrations), dataDirectory: join(dataDirectory, 'compute'), chainId },
      ...{ privateKey: actor('compute').privateKey, aquariusUrl, runner: settings.runner, log },
      allowPrivateAddresses: settings.allowPrivateAddresses,
    })
    closers.push(() => compute.close())
    const faults = createFaults()
    const provider = createProvider({
      ...{ chainId, networkName: 'Ganache', rpcUrl, privateKey: actor('provider').privateKey, contracts },
      ...{ aquariusUrl, publicUrl: providerUrl, database: database('provider', providerMigrations), log },
      compute: faults.starve(compute),
      authorizedDecrypters: authorizedDecrypters.length ? [...authorizedDecrypters, actor('aquarius').address] : [],
      fetch: {
        allowPrivateAddresses: settings.allowPrivateAddresses,
        mirrors: [...settings.mirrors, ...tutorialMirrors(samplesDirectory)],
        ...(settings.ipfsGateway ? { ipfsGateway: settings.ipfsGateway } : {}),
        ...(settings.arweaveGateway ? { arweaveGateway: settings.arweaveGateway } : {}),
        maxChecksumLength: 5 * 1024 * 1024,
        timeoutMs: 10_000,
      },
    })
    closers.push(() => provider.close())
    const aquarius = createAquarius({
      ...{ chainId, rpcUrl, privateKey: actor('aquarius').privateKey, contracts, startBlock },
      ...{ database: database('aquarius', aquariusMigrations), pollingInterval: 150, log },
    })
    closers.push(() => aquarius.close())
    const seenProvider = faults.guard(provider.app, { down: 'providerDown', slow: 'slowProvider' })
    const seenIndex = faults.guard(aquarius.app, { down: 'indexDown', slow: 'slowIndex' })
    closers.push(await serveApp({ app: faults.control(seenProvider), port: providerPort }))
    closers.push(await serveApp({ app: seenIndex, port: aquariusPort }))
    await aquarius.start()

    const addressFile = join(dataDirectory, 'address.json')
    writeAddressFile({ file: addressFile, chainId, startBlock, contracts })
    const networksFile = join(dataDirectory, 'networks.json')
    writeNetworksFile({
      ...{ file: networksFile, chainId, rpcUrl, startBlock, providerUrl, aquariusUrl, contracts },
      accounts: [
        { name: 'Alice', privateKey: actor('alice').privateKey },
        { name: 'Bob', privateKey: actor('bob').privateKey },
      ],
    })

    const idle = async () => {
      await aquarius.idle()
      await compute.idle()
      await provider.idle()
    }
    return {
      chain: { rpcUrl, chainId, contracts, startBlock, restored: chain.restored, exited: chain.exited },
      provider: { url: providerUrl, address: provider.address },
      aquarius: { url: aquariusUrl, address: aquarius.address },
      compute: { runner: compute.runner, isolation: compute.isolation },
      actors: { alice: actor('alice'), bob: actor('bob'), carol: actor('carol') },
      ...{ addressFile, networksFile, dataDirectory, idle, close },
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
