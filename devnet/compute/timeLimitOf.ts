import type { EnvironmentConfiguration } from './environments'

export type TimeLimitParameters = {
  environment: Pick<EnvironmentConfiguration, 'priceMin' | 'maxJobDuration'>
  /** Unix seconds until which the fee was paid; 0 for none. */
  validUntil: number
  /** Unix milliseconds at which the algorithm was started. */
  startedAt: number
}

/** However late a job's turn comes, this many seconds of what was paid for are left. */
const shortestPaidTime = 60

/** Seconds an algorithm may run: the environment's limit, or what was paid for when that is less. */
export function timeLimitOf({ environment, validUntil, startedAt }: TimeLimitParameters): number {
  if (environment.priceMin === 0 || validUntil === 0) return environment.maxJobDuration
  const paid = Math.max(shortestPaidTime, Math.floor(validUntil - startedAt / 1000))
  return Math.min(environment.maxJobDuration, paid)
}
