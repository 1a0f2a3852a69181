import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Catalogue } from '@/components/asset/Catalogue'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.asset.catalogue.title }

export default function AssetsPage() {
  return (
    <Suspense>
      <Catalogue />
    </Suspense>
  )
}
