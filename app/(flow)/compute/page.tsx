import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ComputePage } from '@/components/compute/ComputePage'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.compute.title }

export default function Compute() {
  return (
    <Suspense>
      <ComputePage />
    </Suspense>
  )
}
