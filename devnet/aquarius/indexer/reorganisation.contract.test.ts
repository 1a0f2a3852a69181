import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Aquarius } from '../createAquarius'
import { all } from '../storage/sql'
import { createTestNetwork, type TestNetwork } from '../testing/createTestNetwork'
import { undoAfter } from './journal'

let network: TestNetwork
let directory: string
beforeAll(async () => {
  network = await createTestNetwork()
})
afterAll(() => network?.close())
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aquarius-test-'))
})
afterEach(async () => {
  await network.stopAquarius()
  rmSync(directory, { recursive: true, force: true })
})

const publish = (name: string) => network.alice.publish(name, network.decrypter.url)
const request = (method: string, params: unknown[] = []) =>
  network.alice.client.request({ method: method as never, params: params as never }) as Promise<string>

async function read(aquarius: Aquarius, did: string) {
  const response = await aquarius.app.request(`/api/aquarius/assets/ddo/${did}`)
  return response.status === 200 ? await response.json() : undefined
}
async function find(aquarius: Aquarius, text: string): Promise<string[]> {
  const body = JSON.stringify({ query: { match: { 'metadata.name': text } } })
  const response = await aquarius.app.request('/api/aquarius/assets/query', { method: 'POST', body })
  const { hits } = (await response.json()) as { hits: { hits: { _id: string }[] } }
  return hits.hits.map((hit) => hit._id)
}

describe('a chain that goes back', () => {
  it('takes everything with it that it no longer says', async () => {
    const aquarius = await network.startAquarius()
    const kept = await publish('Kept dataset')
    const snapshot = await request('evm_snapshot')
    const gone = await publish('Gone dataset')
    const { alice } = network
    await aquarius.idle()
    await alice.setState(kept.nft, 3)
    await aquarius.idle()
    expect((await read(aquarius, gone.did)).metadata.name).toBe('Gone dataset')
    expect(await read(aquarius, kept.did)).not.toHaveProperty('id')
    await request('evm_revert', [snapshot])
    await aquarius.idle()
    expect(await read(aquarius, gone.did)).toBeUndefined()
    expect((await read(aquarius, kept.did)).nft.state).toBe(0)
    expect(await find(aquarius, 'dataset')).toEqual([kept.did])
  })

  it('is followed onto another branch that is longer already', async () => {
    const aquarius = await network.startAquarius()
    const snapshot = await request('evm_snapshot')
    const first = await publish('Branch one')
    await aquarius.idle()
    await request('evm_revert', [snapshot])
    await request('evm_mine')
    const second = await publish('Branch two')
    await request('evm_mine')
    await aquarius.idle()
    expect(second.did).toBe(first.did)
    expect((await read(aquarius, second.did)).metadata.name).toBe('Branch two')
    expect((await read(aquarius, second.did)).nft.name).toBe('Branch two')
    expect(await find(aquarius, 'branch one')).toEqual([second.did])
    expect(await find(aquarius, 'one')).toEqual([])
  })

  it('may go back further than any block that is remembered one by one', async () => {
    const aquarius = await network.startAquarius()
    const snapshot = await request('evm_snapshot')
    const { did } = await publish('Long ago')
    await aquarius.idle()
    await request('anvil_mine', ['0x190'])
    await aquarius.idle()
    await request('evm_revert', [snapshot])
    await aquarius.idle()
    expect(await read(aquarius, did)).toBeUndefined()
  })
})

it('needs no Provider for a document it has read before', async () => {
  const aquarius = await network.startAquarius()
  const { did, nft } = await publish('Known by heart')
  await aquarius.idle()
  await network.alice.setState(nft, 1)
  await aquarius.idle()
  undoAfter(aquarius.database, network.chain.startBlock)
  expect(await read(aquarius, did)).toBeUndefined()
  const asked = network.decrypter.requests.length
  await aquarius.idle()
  expect(await read(aquarius, did)).toMatchObject({ metadata: { name: 'Known by heart' }, nft: { state: 1 } })
  expect(network.decrypter.requests.length).toBe(asked)
})

describe('a restart', () => {
  it('goes on from the stored index without asking for the old documents again', async () => {
    const file = join(directory, 'index.sqlite')
    const before = await network.startAquarius(file)
    const { did } = await publish('Yesterday')
    await before.idle()
    await before.close()
    before.database.close()
    const asked = network.decrypter.requests.length
    const after = await network.startAquarius(file)
    expect((await read(after, did)).metadata.name).toBe('Yesterday')
    expect(await find(after, 'yesterday')).toEqual([did])
    await after.idle()
    expect(network.decrypter.requests.length).toBe(asked)
  })

  it('never serves what a chain behind the index does not have', async () => {
    const file = join(directory, 'index.sqlite')
    const before = await network.startAquarius(file)
    const kept = await publish('Still there')
    const snapshot = await request('evm_snapshot')
    const gone = await publish('Undone while down')
    await before.idle()
    await before.close()
    before.database.close()
    await request('evm_revert', [snapshot])
    const after = await network.startAquarius(file)
    expect(await read(after, gone.did)).toBeUndefined()
    expect((await read(after, kept.did)).metadata.name).toBe('Still there')
  })

  it('finds a whole index in a copy taken at any moment', async () => {
    const file = join(directory, 'index.sqlite')
    const aquarius = await network.startAquarius(file)
    const names = ['Crash one', 'Crash two', 'Crash three', 'Crash four']
    for (const [index, name] of names.entries()) {
      await publish(name)
      if (index % 2) await aquarius.idle()
      for (const suffix of ['', '-wal'])
        copyFileSync(`${file}${suffix}`, join(directory, `copy-${index}.sqlite${suffix}`))
    }
    for (const index of names.keys()) {
      const copy = await network.startAquarius(join(directory, `copy-${index}.sqlite`))
      await copy.idle()
      expect((await find(copy, 'crash')).length).toBe(names.length)
      const rows = all<{ did: string }>(copy.database, 'SELECT did FROM assets')
      expect(new Set(rows.map((row) => row.did)).size).toBe(rows.length)
      expect(all(copy.database, 'PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }])
    }
  })

  it('builds the same index from nothing', async () => {
    const running = await network.startAquarius()
    await publish('Same again')
    await running.idle()
    const fresh = await network.startAquarius()
    await fresh.idle()
    const sql = 'SELECT did, document FROM assets ORDER BY did'
    expect(all(fresh.database, sql)).toEqual(all(running.database, sql))
  })
})
