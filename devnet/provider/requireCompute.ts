import type { ComputeBackend } from '../compute/types'
import { HttpStatusError } from './errors'
import { routeNotFound } from './httpSentences'
import type { ProviderContext } from './types'

/** The compute backend. Without one its routes do not exist. */
export function requireCompute({ compute }: ProviderContext): ComputeBackend {
  if (!compute) throw new HttpStatusError(404, routeNotFound)
  return compute
}
