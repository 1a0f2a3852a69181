import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { JobPage } from '@/components/monitor/JobPage'

export const generateMetadata = titlePage((words) => words.monitor.job.eyebrow)

export default async function Page({ params }: { params: Promise<{ jobId: string }> }) {
  const jobId = decodeURIComponent((await params).jobId)
  if (!/^[\w-]{1,128}$/.test(jobId)) notFound()
  return (
    <Suspense>
      <JobPage jobId={jobId} />
    </Suspense>
  )
}
