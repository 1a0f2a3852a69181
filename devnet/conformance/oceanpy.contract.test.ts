import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { deriveAccounts, roles } from '../chain/accounts'
import { createDevnet } from '../createDevnet'

const run = promisify(execFile)

test('the tutorial of ocean.py runs word for word, from minted OCEAN to the pickled result', async () => {
  await using devnet = await createDevnet()
  const { stdout } = await run('python3', [join(import.meta.dirname, 'oceanpy', 'flow.py')], {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'test', PYTHONDONTWRITEBYTECODE: '1' },
      RPC_URL: devnet.chain.rpcUrl,
      PROVIDER_URL: devnet.provider.url,
      AQUARIUS_URL: devnet.aquarius.url,
      ADDRESS_FILE: devnet.addressFile,
      FACTORY_DEPLOYER_PRIVATE_KEY: deriveAccounts()[roles.deployer]?.privateKey,
      TEST_PRIVATE_KEY1: devnet.actors.alice.privateKey,
      TEST_PRIVATE_KEY2: devnet.actors.bob.privateKey,
    },
  })
  const facts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(facts.map(({ step }) => step)).toEqual([
    ...['minted', 'dataset', 'algorithm', 'allowed', 'ordered', 'started', 'finished', 'result', 'done'],
  ])
  const fact = (name: string) => facts.find(({ step }) => step === name)
  expect(fact('ordered').fee).toBe('0')
  expect(fact('finished')).toMatchObject({ status: 70, types: expect.arrayContaining(['output', 'algorithmLog']) })
  expect(fact('result')).toMatchObject({ pickle: 'STOP', bytes: expect.any(Number) })
  expect(fact('result').bytes).toBeGreaterThan(1800)
}, 120_000)
