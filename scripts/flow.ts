// `npm run flow`: the six steps of the compute flow without a browser, on a network of its own, told as they happen.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseEther } from 'viem'
import { createDevnet } from '@/devnet/createDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { serveSamples } from '@/devnet/seed/serveSamples'
import { braninDataset, gaussianProcess } from '@/devnet/seed/tutorial'
import {
  acquire,
  allowAlgorithm,
  type FlowEvent,
  getComputeEnvironments,
  getComputeResult,
  publishAsset,
  startCompute,
  watchJob,
} from '@/lib/ocean'
import { decodeResult } from '@/lib/results'

const output = resolve(process.argv[2] ?? '.devnet/branin-plot.json')

/** Runs a flow to its end and says which confirmations a wallet would have asked for. */
async function run<result>(flow: AsyncGenerator<FlowEvent, result>): Promise<result> {
  while (true) {
    const { done, value } = await flow.next()
    if (done) return value
    if (value.type === 'plan')
      console.log(`   confirmations: ${value.confirmations.map(({ purpose }) => purpose).join(', ') || 'none'}`)
  }
}

const devnet = await createDevnet()
const samples = await serveSamples()
const alice = createActor(devnet, devnet.actors.alice)
const bob = createActor(devnet, devnet.actors.bob)

console.log('1. Alice publishes the dataset')
const data = await run(publishAsset(alice, { draft: braninDataset(samples.url) }))
console.log(`   ${data.did}\n   data NFT ${data.dataNft}, datatoken ${data.datatoken}`)

console.log('2. Alice publishes the algorithm')
const algorithm = await run(publishAsset(alice, { draft: gaussianProcess(samples.url) }))
console.log(`   ${algorithm.did}\n   data NFT ${algorithm.dataNft}, datatoken ${algorithm.datatoken}`)

console.log('3. Alice allows the algorithm to run on the dataset')
const allowed = await run(allowAlgorithm(alice, { draft: { did: data.did, add: [{ did: algorithm.did }] } }))
console.log(`   transaction ${allowed.transactionHash}`)

console.log('4. Bob acquires datatokens: Alice mints five of each for him')
const mints = [data, algorithm].map(({ datatoken }) => ({
  datatoken,
  to: devnet.actors.bob.address,
  amount: parseEther('5'),
}))
await run(acquire(alice, { draft: { method: 'mint', mints } }))

console.log('5. Bob starts a job in the free environment')
const environments = await getComputeEnvironments(bob, { providerUrl: devnet.provider.url })
const environment = environments.find(({ free }) => free)
if (!environment) throw new Error('The Provider offers no free environment.')
const started = await run(
  startCompute(bob, {
    draft: { datasets: [{ did: data.did }], algorithm: { did: algorithm.did }, environmentId: environment.id },
  }),
)
console.log(`   job ${started.jobId} in environment ${environment.id}`)

console.log('6. Bob monitors the job and looks at the result')
for await (const event of watchJob(bob, started)) {
  if (event.type === 'job') console.log(`   ${event.job.status} ${event.job.statusText}`)
}
const file = await getComputeResult(bob, { ...started, index: 0 })
const result = await decodeResult(new Uint8Array(file.bytes), { filename: file.filename })
if (result.kind !== 'array') throw new Error(`The result is not an array but ${result.kind}.`)
mkdirSync(dirname(output), { recursive: true })
writeFileSync(
  output,
  `${JSON.stringify({ shape: result.shape, dtype: result.dtype, model: Array.from(result.data as Float64Array) }, null, 1)}\n`,
)
console.log(`   a ${result.shape.join(' x ')} array of ${result.dtype}; written to ${output}`)

await samples.close()
await devnet.close()
