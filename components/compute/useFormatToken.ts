'use client'
import { useQueries } from '@tanstack/react-query'
import { type Address, isAddressEqual } from 'viem'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'

/** Writes amounts of the given tokens with their symbols, as far as the chain has told them. */
export function useFormatToken(tokens: readonly Address[]) {
  const client = useOceanClient()
  const { common } = useMessages()
  const addresses = [...new Set(tokens)]
  const infos = useQueries({ queries: addresses.map((token) => tokenQueryOptions(client, token)) })
  return ({ address, amount }: { address: Address; amount: bigint }): string => {
    const info = infos[addresses.findIndex((token) => isAddressEqual(token, address))]?.data
    return info ? `${common.tokens(amount, info.decimals)} ${info.symbol}` : common.tokens(amount)
  }
}
