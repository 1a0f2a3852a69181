import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDevnet, type Devnet } from '../createDevnet'
import { serveSamples } from '../seed/serveSamples'

type Samples = Awaited<ReturnType<typeof serveSamples>>

const run = promisify(execFile)
const running: { devnet?: Devnet; samples?: Samples } = {}

beforeAll(async () => {
  running.devnet = await createDevnet()
  running.samples = await serveSamples()
})

afterAll(async () => {
  await running.samples?.close()
  await running.devnet?.close()
})

async function runFlow(version: string): Promise<{ step: string; [fact: string]: unknown }[]> {
  const { devnet, samples } = running
  if (!devnet || !samples) throw new Error('The devnet did not start.')
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'oceanjs', 'flow.mjs'), version], {
    env: {
      ...{ NODE_ENV: 'test', PATH: process.env.PATH },
      RPC_URL: devnet.chain.rpcUrl,
      PROVIDER_URL: devnet.provider.url,
      AQUARIUS_URL: devnet.aquarius.url,
      ADDRESS_FILE: devnet.addressFile,
      DATASET_URL: `${samples.url}/branin.arff`,
      ALGORITHM_URL: `${samples.url}/gpr.py`,
      ALICE_KEY: devnet.actors.alice.privateKey,
      BOB_KEY: devnet.actors.bob.privateKey,
    },
  })
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"step"'))
    .map((line) => JSON.parse(line))
}

// What each release gets wrong about stopping and deleting, the real Provider refuses: so must this one.
test.each([
  ['3.4.6', { stop: false, delete: false }],
  ['3.2.0', { stop: true, delete: false }],
])(
  'unmodified ocean.js %s publishes, allows, orders, computes and fetches the result',
  async (version, accepted) => {
    const steps = await runFlow(version)
    expect(steps.map(({ step }) => step)).toEqual([
      ...['dataset', 'algorithm', 'allowed', 'minted', 'ordered', 'started', 'result', 'stop', 'delete', 'done'],
    ])
    const fact = (step: string) => steps.find((entry) => entry.step === step)
    expect(fact('stop')).toMatchObject({ accepted: accepted.stop })
    expect(fact('delete')).toMatchObject({ accepted: accepted.delete })
    expect(Number(fact('result')?.bytes)).toBeGreaterThan(1800)
  },
  120_000,
)
