import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AllowPage } from '@/components/allow/AllowPage'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.allow.title }

export default function Allow() {
  return (
    <Suspense>
      <AllowPage />
    </Suspense>
  )
}
