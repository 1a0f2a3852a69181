import type { Route } from 'next'
import { type FlowChoice, routes } from '@/lib/routes'
import { isSecretName } from './isSecretName'
import type { ParameterValues } from './startedJobs'

/** What a link to a job that is not started yet can say. */
export type LaunchLink = FlowChoice & {
  environment?: string | undefined
  /** Seconds the machine is paid for; default what the environment needs. */
  duration?: number | undefined
  /** Answers to what the dataset asks. */
  userdata?: ParameterValues | undefined
  /** Answers to what the algorithm asks. */
  algocustomdata?: ParameterValues | undefined
}

/** Characters of one parameter, and of the whole link, beyond which values are left out: browsers and chats cut long addresses. */
export const linkLimits = { value: 500, total: 4_000 }

/**
 * The address of the compute page with everything chosen, to be shared or kept. Parameters that may be secret, and those
 * that are too long, are left out.
 */
export function formatLaunchLink(link: LaunchLink): Route {
  const { dataset, algorithm, environment, duration, userdata, algocustomdata } = link
  const search = new URLSearchParams()
  if (environment !== undefined) search.set('environment', environment)
  if (duration !== undefined) search.set('valid', String(duration))
  const choice = routes.compute({ dataset, algorithm })
  const address = () => `${choice}${search.size === 0 ? '' : `${choice.includes('?') ? '&' : '?'}${search}`}`
  for (const [prefix, values] of [['data.', userdata] as const, ['code.', algocustomdata] as const]) {
    for (const [name, value] of Object.entries(values ?? {})) {
      if (isSecretName(name) || String(value).length > linkLimits.value) continue
      search.set(`${prefix}${name}`, String(value))
      if (address().length > linkLimits.total) search.delete(`${prefix}${name}`)
    }
  }
  return address() as Route
}
