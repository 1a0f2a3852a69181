import type { Client } from 'viem'
import {
  call,
  getBalance,
  getBlock,
  getBlockNumber,
  getCode,
  getTransaction,
  getTransactionCount,
  getTransactionReceipt,
  readContract,
  simulateContract,
} from 'viem/actions'
import type { ChainClient } from './ocean'

/** A viem client with the actions the app asks of a chain, and no others: all of viem's are four times the code. */
export function toChainClient(client: Client): ChainClient {
  const actions = {
    call: bind(client, call),
    getBalance: bind(client, getBalance),
    getBlock: bind(client, getBlock),
    getBlockNumber: bind(client, getBlockNumber),
    getCode: bind(client, getCode),
    getTransaction: bind(client, getTransaction),
    getTransactionCount: bind(client, getTransactionCount),
    getTransactionReceipt: bind(client, getTransactionReceipt),
    readContract: bind(client, readContract),
    simulateCalls: async (parameters: unknown) => {
      const { simulateCalls } = await import('./simulateCalls')
      return bind(client, simulateCalls)(parameters)
    },
    simulateContract: bind(client, simulateContract),
  }
  return { chain: client.chain, request: client.request, ...actions } as unknown as ChainClient
}

const bind =
  (client: Client, action: (client: never, parameters: never) => unknown) =>
  (parameters: unknown): unknown =>
    action(client as never, parameters as never)
