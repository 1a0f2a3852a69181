import {
  type Address,
  createPublicClient,
  createWalletClient,
  custom,
  defineChain,
  type EIP1193RequestFn,
  type Hex,
  http,
  type PublicClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createOceanClient } from '../clients/createOceanClient'
import type { OceanClient } from '../types/client'
import type { OceanContracts } from '../types/network'
import { createFakeServices, type FakeServices } from './createFakeServices'

export type TestChain = {
  rpcUrl: string
  chainId: number
  contracts: OceanContracts & { Ocean: Address }
  startBlock: number
  accounts: readonly { privateKey: Hex }[]
  close(): Promise<void>
}

export type TestWallet = {
  client: OceanClient
  address: Address
  /** How many prompts were shown, by kind. */
  prompts: { transactions: number; signatures: number }
  /** What the wallet does instead of signing; cleared after one use. */
  next: ((method: string, params: unknown) => unknown) | undefined
}

export type TestBench = AsyncDisposable & {
  chain: TestChain
  publicClient: PublicClient
  services: FakeServices
  /** A fresh client, as after a reload: no session, nothing cached. */
  connect(account: number): TestWallet
  rpc(method: string, params?: unknown[]): Promise<unknown>
}

/** Real bytecode on a chain of its own, scripted services, and wallets that count their prompts. */
export function createTestBench(chain: TestChain): TestBench {
  const definition = defineChain({
    id: chain.chainId,
    name: 'Test chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [chain.rpcUrl] } },
  })
  const transport = http(chain.rpcUrl, { retryCount: 0 })
  const publicClient = createPublicClient({ chain: definition, transport, pollingInterval: 20, cacheTime: 0 })
  const services = createFakeServices({
    publicClient: publicClient as PublicClient,
    chainId: chain.chainId,
    feeToken: chain.contracts.Ocean,
  })
  const request = publicClient.request as EIP1193RequestFn
  return {
    chain,
    publicClient: publicClient as PublicClient,
    services,
    rpc: (method, params = []) => request({ method, params } as never),
    connect(index) {
      const account = privateKeyToAccount(chain.accounts[index]?.privateKey as Hex)
      const prompts = { transactions: 0, signatures: 0 }
      const wallet: TestWallet = {
        client: undefined as unknown as OceanClient,
        address: account.address,
        prompts,
        next: undefined,
      }
      const provider = custom({
        request: async ({ method, params }: { method: string; params: unknown[] }) => {
          const prompt =
            method === 'eth_sendTransaction' ? 'transactions' : method === 'personal_sign' ? 'signatures' : undefined
          if (!prompt) return request({ method, params } as never)
          prompts[prompt] += 1
          const { next } = wallet
          wallet.next = undefined
          if (next) return next(method, params)
          if (prompt === 'signatures') return account.signMessage({ message: { raw: params[0] as Hex } })
          return request({ method, params } as never)
        },
      })
      wallet.client = createOceanClient({
        network: {
          chainId: chain.chainId,
          aquariusUrl: services.aquariusUrl,
          providerUrl: services.providerUrl,
          contracts: chain.contracts,
          startBlock: chain.startBlock,
        },
        publicClient: publicClient as OceanClient['publicClient'],
        walletClient: createWalletClient({ account: account.address, chain: definition, transport: provider }),
        pollingInterval: 20,
        retryCount: 0,
        fetch: services.fetch,
      })
      return wallet
    },
    [Symbol.asyncDispose]: () => chain.close(),
  }
}
