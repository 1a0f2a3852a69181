const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Seconds a compute order may be asked to stay valid for: the choices offered, in order. */
export const validityChoices = [hour, 6 * hour, day, 3 * day, 7 * day] as const

/** One day, as the reference client does. */
export const defaultValidity = day

/** Seconds; below this an order could run out before the job has started. */
export const shortestValidity = 5 * minute

/** Seconds; a month is more than any Provider is known to quote for. */
export const longestValidity = 30 * day

/** Reads seconds from an address or a field; anything that is no sensible number becomes the default. */
export function parseValidity(value: string | null | undefined): number {
  if (value === null || value === undefined || !/^\d+$/.test(value)) return defaultValidity
  return Math.min(Math.max(Number(value), shortestValidity), longestValidity)
}
