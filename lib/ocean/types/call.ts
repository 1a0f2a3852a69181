import type { Abi, Address, Hex } from 'viem'

/** A contract call, ready to be simulated, sent or batched. */
export type ContractCall = { address: Address; abi: Abi; functionName: string; args: readonly unknown[] }

/** A call that is encoded already. */
export type RawCall = { address: Address; data: Hex }
