import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { DevelopmentAccount } from './accounts'
import { createDeployPlan, type DeployPlan } from './deployPlan'
import { setMulticall3 } from './multicall3'
import type { Rpc } from './rpc'

export type DeployContractsParameters = {
  rpc: Rpc
  chainId: number
  deployer: DevelopmentAccount
  holders: readonly Hex[]
}

type Receipt = { status: Hex; contractAddress: Hex | null; blockNumber: Hex }

/**
 * Makes a fresh chain an Ocean network in a single block, and puts Multicall3 at its canonical address.
 *
 * @returns Addresses and the block the router was born in, from which an indexer has to look.
 */
export async function deployContracts(
  parameters: DeployContractsParameters,
): Promise<Pick<DeployPlan, 'contracts'> & { startBlock: number }> {
  const { rpc, chainId, deployer, holders } = parameters
  const account = privateKeyToAccount(deployer.privateKey)
  const { steps, contracts } = createDeployPlan(account.address, holders)
  const { gasLimit } = await rpc<{ gasLimit: Hex }>('eth_getBlockByNumber', ['latest', false])
  await rpc('evm_setAutomine', [false])
  await rpc('evm_setBlockGasLimit', ['0x77359400'])
  const hashes: Hex[] = []
  for (const [nonce, { to, data, creates }] of steps.entries()) {
    const signed = await account.signTransaction({
      ...{ type: 'eip1559', chainId, nonce, to, data, gas: creates ? 7_000_000n : 400_000n },
      ...{ maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n },
    })
    hashes.push(await rpc<Hex>('eth_sendRawTransaction', [signed]))
  }
  await rpc('evm_mine')
  await rpc('evm_setBlockGasLimit', [gasLimit])
  await rpc('evm_setAutomine', [true])
  let startBlock = 0
  for (const [index, hash] of hashes.entries()) {
    const step = steps[index]
    const receipt = await rpc<Receipt | null>('eth_getTransactionReceipt', [hash])
    if (receipt?.status !== '0x1') throw new Error(`Deploying ${step?.label} failed.`)
    if (step?.creates && receipt.contractAddress?.toLowerCase() !== step.creates.toLowerCase()) {
      throw new Error(`${step.label} was deployed at ${receipt.contractAddress} instead of ${step.creates}.`)
    }
    startBlock = Number(receipt.blockNumber)
  }
  await setMulticall3(rpc)
  return { contracts, startBlock }
}
