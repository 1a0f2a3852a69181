import type { ComputeEnvironment } from '@/lib/ocean'

const hour = 60 * 60

/**
 * Seconds: the longest an order is asked to stay valid for. One hour short of a day, because Providers of this generation
 * charge durations of a day and more as what is left after whole days.
 */
export const longestValidity = 23 * hour

/** Seconds of machine time that is paid already below which it is not worth a start. */
const leastPaidTime = 15 * 60

/** Seconds an environment needs at least, so that a job which uses all its time is still paid for. */
export function getNeededValidity(environment: Pick<ComputeEnvironment, 'maxJobDuration'>): number {
  return Math.min(environment.maxJobDuration > 0 ? environment.maxJobDuration : hour, longestValidity)
}

/** Seconds to choose from in a paid environment, shortest first; the first is the default. */
export function getValidityChoices(environment: Pick<ComputeEnvironment, 'maxJobDuration'>): number[] {
  const needed = getNeededValidity(environment)
  return [needed, ...[hour, 6 * hour, 12 * hour, longestValidity].filter((choice) => choice > needed)]
}

/**
 * Unix seconds until which a quote is asked for, as the flow that pays will ask: as long as orders in hand last when that
 * is long enough, nearly a day where it costs nothing, and otherwise what is needed.
 */
export function chooseValidUntil(parameters: {
  environment: Pick<ComputeEnvironment, 'maxJobDuration' | 'free'>
  /** Seconds; default what the environment needs. */
  duration: number | undefined
  /** Unix seconds until which orders in hand are paid. */
  paidUntil: readonly number[]
  /** Unix seconds. */
  now: number
}): number {
  const { environment, duration, paidUntil, now } = parameters
  const needed = duration ?? (environment.maxJobDuration || hour)
  const enough = duration ?? (environment.free ? needed : Math.min(needed, leastPaidTime))
  const lasting = paidUntil.filter((end) => end >= now + enough)
  if (lasting.length > 0) return Math.min(...lasting)
  return now + Math.min(longestValidity, environment.free ? Math.max(needed, longestValidity) : needed)
}
