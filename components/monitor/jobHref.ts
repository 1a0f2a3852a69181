import type { Route } from 'next'
import { routes } from '@/lib/routes'
import type { MonitoredJob } from './model/MonitoredJob'

/** A job's own address, with its owner, so that others can open it too. */
export function jobHref({ job }: Pick<MonitoredJob, 'job'>): Route {
  return `${routes.job(job.jobId)}?owner=${job.owner}` as Route
}
