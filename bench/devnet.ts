import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRpc } from '@/devnet/chain/rpc'
import { createDevnet } from '@/devnet/createDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { serveSamples } from '@/devnet/seed/serveSamples'
import { braninDataset } from '@/devnet/seed/tutorial'
import { getAsset, publishAsset } from '@/lib/ocean'
import { measureDevnetLoad } from './measureDevnetLoad'
import type { Report } from './report'

const time = async <value>(work: () => Promise<value>): Promise<[number, value]> => {
  const start = performance.now()
  const value = await work()
  return [performance.now() - start, value]
}
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`

/** Cold and warm start, time from mined to indexed, and what answering costs beside a bare server. */
export async function run(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'ocean-bench-'))
  const samples = await serveSamples()
  try {
    const [cold, first] = await time(() => createDevnet({ dataDirectory: directory }))
    await first.close()
    const [warm, devnet] = await time(() => createDevnet({ dataDirectory: directory }))
    report({
      name: 'whole devnet, warm start',
      value: ms(warm),
      reference: `cold ${ms(cold)}`,
      ratio: `${(warm / cold).toFixed(2)} x`,
    })

    const alice = createActor(devnet, devnet.actors.alice)
    const flow = publishAsset(alice, { draft: braninDataset(samples.url) })
    let mined = 0
    for (let event = await flow.next(); !event.done; event = await flow.next()) {
      const { value } = event
      if (value.type === 'step' && value.step === 'publish' && value.status === 'done') mined = performance.now()
      if (value.type === 'step' && value.step === 'index' && value.status === 'done') {
        report({
          name: 'from mined transaction to indexed asset, as a client sees it',
          value: ms(performance.now() - mined),
        })
        const did = (value.value as { did: string }).did
        const [served] = await time(() => getAsset(alice, { did }))
        report({ name: 'one asset by DID', value: ms(served) })
      }
    }

    const rpc = createRpc(devnet.chain.rpcUrl)
    const each = async (count: number, work: () => Promise<unknown>) => {
      const [total] = await time(async () => {
        for (let index = 0; index < count; index += 1) await work()
      })
      return total / count
    }
    const bare = await each(200, () => fetch(`${samples.url}/missing`).then((response) => response.text()))
    const compare = async (name: string, work: () => Promise<unknown>) => {
      const mean = await each(200, work)
      report({ name, value: ms(mean), reference: `bare server ${ms(bare)}`, ratio: `${(mean / bare).toFixed(2)} x` })
    }
    await compare('Provider GET /', () => fetch(`${devnet.provider.url}/`).then((response) => response.text()))
    const owner = devnet.actors.bob.address
    await compare('job status', () =>
      fetch(`${devnet.provider.url}/api/services/compute?consumerAddress=${owner}`).then((response) => response.text()),
    )
    await compare('eth_chainId through the gateway', () => rpc('eth_chainId'))
    await devnet.close()
  } finally {
    await samples.close()
    rmSync(directory, { recursive: true, force: true })
  }
  await measureDevnetLoad(report)
}
