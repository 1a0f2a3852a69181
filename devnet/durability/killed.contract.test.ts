import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Address, createPublicClient, http, parseAbiItem, parseEther } from 'viem'
import { expect, test } from 'vitest'
import {
  acquire,
  allowAlgorithm,
  type Checkpoint,
  type FlowEvent,
  foldFlow,
  getAsset,
  getComputeEnvironments,
  getComputeJobs,
  getComputeResult,
  type OceanClient,
  publishAsset,
  startCompute,
} from '@/lib/ocean'
import { createActor } from '../seed/createActor'
import { serveSamples } from '../seed/serveSamples'
import { braninDataset, gaussianProcess } from '../seed/tutorial'
import { createRandom } from './createRandom'
import { type SpawnedDevnet, spawnDevnet } from './spawnDevnet'

const flows = 4
const killsPerFlow = 5

type Killer = { kills: number; maybe(): Promise<void>; arm(count: number): void }

/** Kills the devnet a few times, each time a random while after the moment it is asked. Starts it again at once. */
function createKiller(devnet: SpawnedDevnet, random: () => number): Killer {
  let armed = 0
  const killer: Killer = {
    kills: 0,
    arm: (count) => {
      armed = count
    },
    maybe: async () => {
      if (armed === 0 || random() > 0.45) return
      armed -= 1
      killer.kills += 1
      await delay(random() * 120)
      await devnet.kill()
      await devnet.start()
    },
  }
  return killer
}

/** Runs a flow to its end through any number of crashes: what failed is begun again from its checkpoint. */
async function persist<result>(
  killer: Killer,
  begin: (checkpoint: Checkpoint | undefined) => AsyncGenerator<FlowEvent, result>,
): Promise<result> {
  let checkpoint: Checkpoint | undefined
  for (let attempt = 0; ; attempt += 1) {
    try {
      const flow = begin(checkpoint)
      while (true) {
        const { done, value } = await flow.next()
        if (done) return value
        checkpoint = foldFlow(checkpoint, value)
        await killer.maybe()
      }
    } catch (error) {
      if (attempt > 12) throw error
    }
  }
}

const eventually = async <value>(read: () => Promise<value>, good: (value: value) => boolean): Promise<value> => {
  let last: unknown
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      const value = await read()
      if (good(value)) return value
      last = value
    } catch (error) {
      last = error
    }
    await delay(100)
  }
  throw new Error(
    `It never came to that; the last thing seen was ${last instanceof Error ? last.message : JSON.stringify(last)}.`,
  )
}

test('killed at random moments, the whole network finishes every flow with nothing lost and nothing doubled', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'ocean-kill-'))
  const random = createRandom(7)
  const devnet = await spawnDevnet(directory)
  const samples = await serveSamples()
  try {
    await devnet.start()
    const killer = createKiller(devnet, random)
    const { ports } = devnet
    const network = devnet.networks()
    const at = (port: number) => `http://127.0.0.1:${port}`
    const place = {
      chain: { rpcUrl: at(ports.chain), chainId: 8996, contracts: network.contracts },
      provider: { url: at(ports.provider) },
      aquarius: { url: at(ports.aquarius) },
    }
    const actors = network.local.accounts.map(({ privateKey }) =>
      createActor(place as never, { privateKey, address: '0x0000000000000000000000000000000000000000' }),
    )
    const [alice, bob] = actors as [OceanClient, OceanClient]
    const bobsAddress = bob.walletClient?.account?.address as Address
    const expected = { nfts: 0n, jobs: 0 }

    for (let round = 0; round < flows; round += 1) {
      killer.arm(killsPerFlow)
      const data = await persist(killer, (checkpoint) =>
        publishAsset(alice, { draft: braninDataset(samples.url), checkpoint }),
      )
      const algorithm = await persist(killer, (checkpoint) =>
        publishAsset(alice, { draft: gaussianProcess(samples.url), checkpoint }),
      )
      await persist(killer, (checkpoint) =>
        allowAlgorithm(alice, { draft: { did: data.did, add: [{ did: algorithm.did }] }, checkpoint }),
      )
      const mints = [data, algorithm].map(({ datatoken }) => ({ datatoken, to: bobsAddress, amount: parseEther('5') }))
      await persist(killer, (checkpoint) => acquire(alice, { draft: { method: 'mint', mints }, checkpoint }))
      const environments = await eventually(
        () => getComputeEnvironments(bob, { providerUrl: place.provider.url }),
        (all) => all.length > 0,
      )
      const environmentId = environments.find(({ free }) => free)?.id ?? ''
      const draft = { datasets: [{ did: data.did }], algorithm: { did: algorithm.did }, environmentId }
      const started = await persist(killer, (checkpoint) => startCompute(bob, { draft, checkpoint }))

      const [job] = await eventually(
        () => getComputeJobs(bob, { owner: bobsAddress, jobId: started.jobId, providerUrl: place.provider.url }),
        ([found]) => found?.dateFinished !== undefined,
      )
      expect(job?.status).toBe(70)
      const file = await eventually(
        () => getComputeResult(bob, { ...started, index: 0 }),
        ({ bytes }) => bytes.length > 0,
      )
      expect(file.bytes[0]).toBe(0x80)

      expected.nfts += 2n
      expected.jobs += 1
      const factory = network.contracts.ERC721Factory as Address
      const abi = [parseAbiItem('function getCurrentNFTCount() view returns (uint256)')]
      expect(await bob.publicClient.readContract({ address: factory, abi, functionName: 'getCurrentNFTCount' })).toBe(
        expected.nfts,
      )
      const orderStarted = parseAbiItem(
        'event OrderStarted(address indexed consumer, address payer, uint256 amount, uint256 serviceIndex, uint256 timestamp, address indexed publishMarketAddress, uint256 blockNumber)',
      )
      for (const { datatoken, did } of [data, algorithm]) {
        const node = createPublicClient({ transport: http(at(ports.chain)) })
        expect(await node.getLogs({ address: datatoken, event: orderStarted, fromBlock: 0n })).toHaveLength(1)
        expect((await getAsset(alice, { did })).id).toBe(did)
      }
      const jobs = await getComputeJobs(bob, { owner: bobsAddress, providerUrl: place.provider.url })
      expect(jobs).toHaveLength(expected.jobs)
    }
    expect(killer.kills).toBeGreaterThanOrEqual(flows * killsPerFlow)
  } finally {
    await devnet.stop()
    await samples.close()
    rmSync(directory, { recursive: true, force: true })
  }
}, 900_000)
