'use client'
import type * as z from 'zod/mini'
import { type UseEditReturnType, useEdit } from '@/hooks/useEdit'
import { useNetwork } from '@/hooks/useNetwork'

/** What the owner has changed about a part of an asset and not saved yet. */
export function useAssetEdit<T>(subject: string, part: string, schema: z.ZodMiniType<T>): UseEditReturnType<T> {
  const { chainId } = useNetwork()
  return useEdit(`${chainId}:${subject}:${part}`, schema)
}
