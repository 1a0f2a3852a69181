'use client'
import { connectRequest } from '@/lib/connectRequest'

/** A function that opens the wallet dialog. */
export function useConnectWallet(): () => void {
  return connectRequest.ask
}
