import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createRpc } from './chain/rpc'
import { createDevnet } from './createDevnet'
import { giveTokens } from './giveTokens'

const dataDirectory = mkdtempSync(join(tmpdir(), 'ocean-faucet-test-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))

const to = '0x00000000000000000000000000000000000000C0'

test('an address gets what was asked for, of both, and again; a network that is not there is named', async () => {
  await expect(giveTokens({ dataDirectory, to, amount: '1' })).rejects.toThrow(/No network has ever run in/)
  {
    await using devnet = await createDevnet({ dataDirectory, accounts: 21 })
    expect(await giveTokens({ dataDirectory, to, amount: '2.5' })).toEqual({ eth: '2.5', ocean: '2.5' })
    expect(await giveTokens({ dataDirectory, to, amount: '1' })).toEqual({ eth: '3.5', ocean: '3.5' })
    await expect(giveTokens({ dataDirectory, to: '0x1', amount: '1' })).rejects.toThrow('"0x1" is no address')
    await expect(giveTokens({ dataDirectory, to, amount: '-1' })).rejects.toThrow(/above 0/)
    expect(await createRpc(devnet.chain.rpcUrl)('eth_accounts')).toHaveLength(21)
  }
  await expect(giveTokens({ dataDirectory, to, amount: '1' })).rejects.toThrow(/No network answers at http/)
})
