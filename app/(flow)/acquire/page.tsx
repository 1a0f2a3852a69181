import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AcquirePage } from '@/components/acquire/AcquirePage'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.acquire.title }

export default function Acquire() {
  return (
    <Suspense>
      <AcquirePage />
    </Suspense>
  )
}
