import type { Abi, Address } from 'viem'

/** A contract call, ready to be simulated, sent or batched. */
export type ContractCall = { address: Address; abi: Abi; functionName: string; args: readonly unknown[] }
