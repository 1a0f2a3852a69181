import { parseFlowChoice } from '@/lib/routes'
import { type LaunchLink, linkLimits } from './formatLaunchLink'
import { isSecretName } from './isSecretName'

/** Reads a link to a job that is not started yet; what is too long, may be secret or makes no sense is dropped. */
export function parseLaunchLink(search: Pick<URLSearchParams, 'get' | 'entries'>): LaunchLink {
  const environment = search.get('environment') ?? ''
  const duration = Number(search.get('valid') ?? Number.NaN)
  const read = (prefix: string) => {
    const entries = [...search.entries()]
      .filter(([name, value]) => name.startsWith(prefix) && value.length <= linkLimits.value)
      .map(([name, value]) => [name.slice(prefix.length), value] as const)
      .filter(([name]) => name !== '' && name.length <= 100 && !isSecretName(name))
    return entries.length === 0 ? undefined : Object.fromEntries(entries.slice(0, 50))
  }
  return {
    ...parseFlowChoice(search),
    environment: environment !== '' && environment.length <= 200 ? environment : undefined,
    duration: Number.isInteger(duration) && duration > 0 && duration <= 366 * 86_400 ? duration : undefined,
    userdata: read('data.'),
    algocustomdata: read('code.'),
  }
}
