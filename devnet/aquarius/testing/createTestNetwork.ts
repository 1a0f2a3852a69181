import { type DevelopmentChain, startChain } from '../../chain/startChain'
import { type Database, openDatabase } from '../../storage/openDatabase'
import { type Aquarius, createAquarius } from '../createAquarius'
import { aquariusMigrations } from '../migrations'
import { createPublisher, type Publisher } from './createPublisher'
import { type Decrypter, startDecrypter } from './startDecrypter'

export type TestNetwork = {
  chain: DevelopmentChain
  decrypter: Decrypter
  alice: Publisher
  bob: Publisher
  /** Starts an Aquarius on a database of its own, or on a given file. */
  startAquarius(file?: string): Promise<Aquarius & { database: Database }>
  /** Ends every Aquarius started so far. */
  stopAquarius(): Promise<void>
  close(): Promise<void>
}

/** A chain with the real contracts, a stand-in for the Provider's decryption, and people who publish. */
export async function createTestNetwork(): Promise<TestNetwork> {
  const chain = await startChain()
  const { rpcUrl, chainId, contracts, startBlock } = chain
  const decrypter = await startDecrypter(rpcUrl)
  const keyOf = (index: number) => chain.accounts[index]?.privateKey ?? '0x'
  const publisher = (index: number) =>
    createPublisher({ rpcUrl, chainId, factory: contracts.ERC721Factory, privateKey: keyOf(index) })
  const closers: (() => unknown)[] = []
  async function stopAquarius() {
    for (const closer of closers.splice(0)) await closer()
  }
  return {
    chain,
    decrypter,
    alice: publisher(3),
    bob: publisher(4),
    async startAquarius(file = ':memory:') {
      const database = openDatabase({ file, migrations: aquariusMigrations })
      const aquarius = createAquarius({
        ...{ rpcUrl, chainId, contracts, startBlock, privateKey: keyOf(15), pollingInterval: 20, database },
        log: () => undefined,
      })
      closers.push(() => aquarius.close())
      await aquarius.start()
      return { ...aquarius, database }
    },
    stopAquarius,
    async close() {
      await stopAquarius()
      await decrypter.close()
      await chain.close()
    },
  }
}
