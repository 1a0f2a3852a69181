import type { Confirmation } from '../types/flow'
import { typicalGas } from './typicalGas'

/** A transaction prompt, with the gas it usually takes. */
export function confirmTransaction(confirmation: Omit<Confirmation, 'kind' | 'gas'>): Confirmation {
  const gas = typicalGas[confirmation.purpose]
  return { kind: 'transaction', ...confirmation, ...(gas === undefined ? {} : { gas }) }
}

/** A signature prompt: free of charge. */
export function confirmSignature(confirmation: Omit<Confirmation, 'kind' | 'gas'>): Confirmation {
  return { kind: 'signature', ...confirmation }
}
