import {
  type Address,
  type Chain,
  createClient,
  type Hex,
  http,
  numberToHex,
  type ProviderRpcError,
  SwitchChainError,
  UserRejectedRequestError,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { sendTransaction } from 'viem/actions'
import type { ApprovalRequest } from './approvals'

export type LocalProviderParameters = {
  name: string
  privateKey: Hex
  chain: Chain
  rpcUrl: string
  /** Asked before every signature and transaction. */
  approve(request: Omit<ApprovalRequest, 'id'>): Promise<boolean>
  permission: { get(): boolean; set(granted: boolean): void }
}

export type RpcRequest = { method: string; params?: unknown }
type TransactionRequest = Partial<
  Record<'to' | 'data' | 'value' | 'gas' | 'nonce' | 'maxFeePerGas' | 'maxPriorityFeePerGas', Hex>
>

/**
 * An EIP-1193 provider which signs with a development key held in the page.
 *
 * `eth_accounts` stays empty until the person has said yes, as with any wallet.
 */
export function createLocalProvider(parameters: LocalProviderParameters): {
  request(args: RpcRequest): Promise<unknown>
} {
  const { chain, rpcUrl, permission } = parameters
  const account = privateKeyToAccount(parameters.privateKey)
  const transport = http(rpcUrl)
  const node = createClient({ account, chain, transport })

  async function confirm(action: ApprovalRequest['action']) {
    const approved = await parameters.approve({ account: { name: parameters.name, address: account.address }, action })
    if (!approved) throw rejected()
  }

  // Choosing the wallet in the dialog is the consent; only signatures and transactions are asked about.
  async function connect(): Promise<Address[]> {
    permission.set(true)
    return [account.address]
  }

  return {
    async request({ method, params }) {
      const list = Array.isArray(params) ? params : []
      switch (method) {
        case 'eth_accounts':
          return permission.get() ? [account.address] : []
        case 'eth_requestAccounts':
          return connect()
        case 'wallet_requestPermissions':
          return [
            {
              parentCapability: 'eth_accounts',
              caveats: [{ type: 'restrictReturnedAccounts', value: await connect() }],
            },
          ]
        case 'wallet_revokePermissions':
          permission.set(false)
          return null
        case 'eth_chainId':
          return numberToHex(chain.id)
        case 'wallet_switchEthereumChain':
          if (Number(list[0]?.chainId) !== chain.id)
            throw new SwitchChainError(new Error(`Unknown chain ${list[0]?.chainId}`))
          return null
        case 'personal_sign':
          await confirm({ type: 'message', message: list[0] })
          return account.signMessage({ message: { raw: list[0] } })
        case 'eth_signTypedData_v4':
          await confirm({ type: 'typedData', data: list[1] })
          return account.signTypedData(JSON.parse(list[1]))
        case 'eth_sendTransaction':
          return send(list[0])
        default:
          return node.request({ method, params } as Parameters<typeof node.request>[0])
      }
    },
  }

  async function send(transaction: TransactionRequest): Promise<Hex> {
    const { to, data, nonce } = transaction
    const value = transaction.value ? BigInt(transaction.value) : 0n
    await confirm({ type: 'transaction', to: to as Address | undefined, data, value })
    const optional = (quantity: Hex | undefined) => (quantity === undefined ? undefined : BigInt(quantity))
    return sendTransaction(node, {
      to: to as Address | undefined,
      data,
      value,
      gas: optional(transaction.gas),
      maxFeePerGas: optional(transaction.maxFeePerGas),
      maxPriorityFeePerGas: optional(transaction.maxPriorityFeePerGas),
      nonce: nonce === undefined ? undefined : Number(nonce),
    })
  }
}

function rejected(): ProviderRpcError {
  return new UserRejectedRequestError(new Error('The request was rejected in the built-in wallet.'))
}
