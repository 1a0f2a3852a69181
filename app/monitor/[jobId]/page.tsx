import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { JobPage } from '@/components/monitor/JobPage'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.monitor.job.eyebrow }

export default async function Page({ params }: { params: Promise<{ jobId: string }> }) {
  const jobId = decodeURIComponent((await params).jobId)
  if (!/^[\w-]{1,128}$/.test(jobId)) notFound()
  return (
    <Suspense>
      <JobPage jobId={jobId} />
    </Suspense>
  )
}
