import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { JobsDashboard } from '@/components/monitor/JobsDashboard'

export const generateMetadata = titlePage((words) => words.monitor.title)

export default function MonitorPage() {
  return (
    <Suspense>
      <JobsDashboard />
    </Suspense>
  )
}
