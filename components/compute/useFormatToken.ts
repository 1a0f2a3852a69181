'use client'
import { useQueries } from '@tanstack/react-query'
import { type Address, isAddressEqual } from 'viem'
import { formatTokens } from '@/components/acquire/formatTokens'
import { useOceanClient } from '@/hooks/useOceanClient'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'

/** Writes amounts of the given tokens with their symbols, as far as the chain has told them. */
export function useFormatToken(tokens: readonly Address[]) {
  const client = useOceanClient()
  const addresses = [...new Set(tokens)]
  const infos = useQueries({ queries: addresses.map((token) => tokenQueryOptions(client, token)) })
  return ({ address, amount }: { address: Address; amount: bigint }): string => {
    const info = infos[addresses.findIndex((token) => isAddressEqual(token, address))]?.data
    return info ? `${formatTokens(amount, info.decimals)} ${info.symbol}` : formatTokens(amount)
  }
}
