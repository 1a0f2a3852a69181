import type { ConformanceWorld } from '../createConformanceWorld'
import type { ConformanceAssets } from '../publishAssets'

export type CaseContext = ConformanceWorld & { assets: ConformanceAssets }

/** One behaviour that a client of these services relies on or meets. */
export type ConformanceCase = {
  /** `R` root, `N` nonce, `E` encryption, `F` files, `Q` quotes, `S` start, `J` jobs, `T` tokens, `D` downloads, `A` Aquarius. */
  id: string
  title: string
  run(context: CaseContext): Promise<void>
}

/** The body of a field error. */
export const fieldErrors = (errors: unknown) => ({ success: false, message: 'Validation error', errors })

export const nothingToVerify = ['Invalid signature provided. Please check the nonce or documentId.']

export const unknownDid = `did:op:${'0a'.repeat(32)}`
