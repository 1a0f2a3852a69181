'use client'
import { useMutation } from '@tanstack/react-query'
import { numberToHex, parseEther } from 'viem'
import { useAccount } from 'wagmi'
import { useChainClient } from '@/hooks/useChainClient'

const gift = parseEther('10')

/** Gives the connected account ten test ETH, as only a development chain does. */
export function useTestEther({ onGiven }: { onGiven?: (() => void) | undefined } = {}) {
  const { address } = useAccount()
  const node = useChainClient()
  return useMutation({
    mutationFn: async () => {
      if (!node || !address) return
      const balance = await node.getBalance({ address })
      await node.request({ method: 'anvil_setBalance', params: [address, numberToHex(balance + gift)] } as never)
    },
    onSuccess: onGiven,
  })
}
