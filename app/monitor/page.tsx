import type { Metadata } from 'next'
import { Suspense } from 'react'
import { JobsDashboard } from '@/components/monitor/JobsDashboard'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.monitor.title }

export default function MonitorPage() {
  return (
    <Suspense>
      <JobsDashboard />
    </Suspense>
  )
}
