import { queryOptions } from '@tanstack/react-query'
import { type Address, type Hex, isHash, parseEventLogs, zeroAddress } from 'viem'
import { getTokenInfo, type OceanClient, readProviderData } from '@/lib/ocean'

const address = { type: 'address' } as const
const uint256 = { type: 'uint256', indexed: false } as const
const bytes32 = { type: 'bytes32', indexed: false } as const
const abi = [
  {
    type: 'event',
    name: 'ProviderFee',
    inputs: [
      { ...address, name: 'providerFeeAddress', indexed: true },
      { ...address, name: 'providerFeeToken', indexed: true },
      { ...uint256, name: 'providerFeeAmount' },
      { type: 'bytes', name: 'providerData', indexed: false },
      { type: 'uint8', name: 'v', indexed: false },
      { ...bytes32, name: 'r' },
      { ...bytes32, name: 's' },
      { ...uint256, name: 'validUntil' },
    ],
  },
] as const

/** What the Provider was paid for computing: nothing, or an amount in base units of a token; and the machine it was paid for. */
export type JobFee = {
  amount: bigint
  token: { address: Address; symbol: string; decimals: number } | undefined
  environment: string | undefined
}

/** The compute fee of the order a job runs under, from the receipt of its transaction. Receipts do not change. */
export function jobFeeQueryOptions(client: OceanClient, { agreementId }: { agreementId: Hex }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'jobFee', { agreementId }] as const,
    queryFn: async ({ queryKey: [, , , input] }): Promise<JobFee> => {
      const { logs } = await client.publicClient.getTransactionReceipt({ hash: input.agreementId })
      const fees = parseEventLogs({ abi, eventName: 'ProviderFee', logs }).map(({ args }) => args)
      const environment = fees.map(({ providerData }) => readProviderData(providerData)?.environment).find(Boolean)
      const paid = fees.filter(({ providerFeeAmount }) => providerFeeAmount > 0n)
      const [first] = paid
      if (!first || first.providerFeeToken === zeroAddress) return { amount: 0n, token: undefined, environment }
      const same = paid.filter(({ providerFeeToken }) => providerFeeToken === first.providerFeeToken)
      const amount = same.reduce((sum, { providerFeeAmount }) => sum + providerFeeAmount, 0n)
      return { amount, token: await getTokenInfo(client, { token: first.providerFeeToken }), environment }
    },
    enabled: isHash(agreementId),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  })
}
