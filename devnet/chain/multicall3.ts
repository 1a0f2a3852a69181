import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Hex } from 'viem'
import type { Rpc } from './rpc'

const require = createRequire(import.meta.url)

/** Where Multicall3 lives on every chain that has it. */
export const multicall3Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

/** Puts Multicall3 at its canonical address: its creation code, which viem carries, is run once for the code it leaves. */
export async function setMulticall3(rpc: Rpc): Promise<void> {
  const viem = dirname(require.resolve('viem/package.json'))
  const constants = pathToFileURL(join(viem, '_esm', 'constants', 'contracts.js')).href
  const { multicall3Bytecode } = (await import(constants)) as { multicall3Bytecode: Hex }
  await rpc('anvil_setCode', [multicall3Address, await rpc<Hex>('eth_call', [{ data: multicall3Bytecode }, 'latest'])])
}
