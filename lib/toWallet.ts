import type { Client } from 'viem'
import {
  getAddresses,
  getCallsStatus,
  getCapabilities,
  getChainId,
  sendCalls,
  sendTransaction,
  signMessage,
} from 'viem/actions'
import type { Wallet } from './ocean'

/** A viem client of a connected wallet with the actions the app asks of it, and no others. */
export function toWallet(client: Client): Wallet {
  const actions = {
    getAddresses: () => getAddresses(client),
    getChainId: () => getChainId(client),
    getCallsStatus: (parameters: Parameters<typeof getCallsStatus>[1]) => getCallsStatus(client, parameters),
    getCapabilities: (parameters: Parameters<typeof getCapabilities>[1]) => getCapabilities(client, parameters),
    sendCalls: (parameters: never) => sendCalls(client, parameters),
    sendTransaction: (parameters: never) => sendTransaction(client as never, parameters),
    signMessage: (parameters: never) => signMessage(client as never, parameters),
  }
  return { account: client.account, chain: client.chain, ...actions } as unknown as Wallet
}
