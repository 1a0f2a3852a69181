import {
  type Address,
  concatHex,
  createPublicClient,
  createWalletClient,
  custom,
  defineChain,
  type EIP1193RequestFn,
  encodeFunctionData,
  type Hex,
  http,
  multicall3Abi,
  type PublicClient,
  toHex,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
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
  /** As the wallet shows them, the selected one first; none when it is locked. */
  accounts: readonly Address[]
  /** What the wallet does instead of signing; cleared after one use. */
  next: ((method: string, params: unknown) => unknown) | undefined
}

export type TestBench = AsyncDisposable & {
  chain: TestChain
  publicClient: PublicClient
  services: FakeServices
  /** A fresh client, as after a reload: no session, nothing cached. */
  connect(account: number, options?: { atomic?: boolean }): TestWallet
  rpc(method: string, params?: unknown[]): Promise<unknown>
}

const delegate: Address = `0x${'de'.repeat(20)}`
/** Runs Multicall3's code as the account, and accepts NFTs, as delegates of real smart accounts do. */
const delegateCode = concatHex([
  '0x60003560e01c63150b7a0214604557', // onERC721Received goes to 0x45
  '0x3660006000376000600036600073', // everything else: call data to memory, delegatecall
  '0xcA11bde05977b3631167028862bE2a173976CA11',
  '0x5af43d600060003e604057', // copy what came back; success goes to 0x40
  '0x3d6000fd',
  '0x5b3d6000f3',
  '0x5b63150b7a0260e01b60005260206000f3',
])

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

  /** One transaction of an account that is delegated to a batch executor: all calls come from the account itself. */
  async function sendTogether(account: PrivateKeyAccount, calls: readonly { to: Address; data: Hex }[]): Promise<Hex> {
    await request({ method: 'anvil_setCode', params: [delegate, delegateCode] } as never)
    const wallet = createWalletClient({ account, chain: definition, transport })
    const authorization = await wallet.signAuthorization({ contractAddress: delegate, executor: 'self' })
    const batch = calls.map(({ to, data }) => ({ target: to, allowFailure: false, callData: data }))
    const data = encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args: [batch] })
    return wallet.sendTransaction({ authorizationList: [authorization], to: account.address, data, gas: 8_000_000n })
  }

  async function getCallsStatus(id: string) {
    const { status, transactionHash, blockHash, blockNumber, gasUsed } = await publicClient.waitForTransactionReceipt({
      hash: id as Hex,
    })
    const succeeded = status === 'success'
    const block = { blockHash, blockNumber: toHex(blockNumber), gasUsed: toHex(gasUsed) }
    const receipts = [{ status: succeeded ? '0x1' : '0x0', transactionHash, ...block, logs: [] }]
    return {
      version: '2.0.0',
      id,
      chainId: toHex(chain.chainId),
      atomic: true,
      status: succeeded ? 200 : 500,
      receipts,
    }
  }

  return {
    chain,
    publicClient: publicClient as PublicClient,
    services,
    rpc: (method, params = []) => request({ method, params } as never),
    connect(index, { atomic = false } = {}) {
      const account = privateKeyToAccount(chain.accounts[index]?.privateKey as Hex)
      const prompts = { transactions: 0, signatures: 0 }
      const wallet: TestWallet = {
        client: undefined as unknown as OceanClient,
        address: account.address,
        prompts,
        accounts: [account.address],
        next: undefined,
      }
      const provider = custom({
        request: async ({ method, params }: { method: string; params: unknown[] }) => {
          if (method === 'wallet_getCapabilities') {
            return atomic ? { [toHex(chain.chainId)]: { atomic: { status: 'supported' } } } : {}
          }
          if (method === 'eth_accounts') return wallet.accounts
          if (method === 'wallet_getCallsStatus') return getCallsStatus(String(params[0]))
          if (method === 'wallet_sendCalls') {
            prompts.transactions += 1
            const [{ calls }] = params as [{ calls: { to: Address; data: Hex }[] }]
            return { id: await sendTogether(account, calls) }
          }
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
