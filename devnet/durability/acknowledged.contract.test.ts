import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Hex } from 'viem'
import { expect, test, vi } from 'vitest'
import { deriveAccounts } from '../chain/accounts'
import { createRpc } from '../chain/rpc'
import { createRandom } from './createRandom'
import { spawnDevnet } from './spawnDevnet'

const kills = 3
const atLeast = 5
const senders = 8

test.each([
  ['at once', []],
  ['at intervals', ['--block-time', '1']],
])(
  'what many senders were told survives a kill at any moment, once, on a chain that mines %s',
  async (_, options) => {
    const directory = mkdtempSync(join(tmpdir(), 'ocean-acknowledged-'))
    const devnet = await spawnDevnet(directory, options)
    const random = createRandom(11)
    const rpc = createRpc(`http://127.0.0.1:${devnet.ports.chain}`)
    const acknowledged: Hex[] = []
    const accounts = deriveAccounts().slice(20 - senders)
    const to = '0x00000000000000000000000000000000000000dd'
    const requireReceipt = async (hash: Hex) =>
      expect(await rpc('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' })
    try {
      await devnet.start()
      for (let round = 0; round < kills; round += 1) {
        let killed = false
        const told: Hex[] = []
        const sender = async (from: Hex) => {
          while (!killed) {
            const sent = rpc<Hex>('eth_sendTransaction', [{ from, to, value: '0x1' }])
            await sent.then(
              (hash) => told.push(hash),
              () => undefined,
            )
          }
        }
        const sending = accounts.map(({ address }) => sender(address))
        await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(atLeast), { timeout: 60_000, interval: 10 })
        await delay(random() * 200)
        // The answers that arrive from here on may or may not have been on disk: they count only if they did arrive.
        await devnet.kill()
        killed = true
        await Promise.all(sending)
        // A start that is interrupted takes nothing away either.
        const interrupted = devnet.start().catch(() => undefined)
        await delay(random() * 1500)
        await devnet.kill()
        await interrupted
        await devnet.start()
        for (const hash of told) await vi.waitFor(() => requireReceipt(hash), { timeout: 60_000, interval: 50 })
        acknowledged.push(...told)
      }
      expect(new Set(acknowledged).size).toBe(acknowledged.length)
      const nonces = await Promise.all(
        accounts.map(({ address }) => rpc<Hex>('eth_getTransactionCount', [address, 'latest'])),
      )
      const mined = nonces.reduce((sum, nonce) => sum + Number(nonce), 0)
      expect(BigInt(await rpc<Hex>('eth_getBalance', [to, 'latest']))).toBe(BigInt(mined))
      expect(mined).toBeGreaterThanOrEqual(acknowledged.length)
      const head = Number(await rpc('eth_blockNumber'))
      const status = await fetch(`http://127.0.0.1:${devnet.ports.aquarius}/api/aquarius/chains/status/8996`)
      expect((await status.json()).last_block).toBeLessThanOrEqual(head)
    } finally {
      await devnet.stop()
      rmSync(directory, { recursive: true, force: true })
    }
  },
  600_000,
)
