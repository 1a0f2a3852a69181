import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AssetPage } from '@/components/asset/AssetPage'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.asset.page.title }

export default async function Asset({ params }: { params: Promise<{ did: string }> }) {
  const { did } = await params
  return (
    <Suspense>
      <AssetPage did={decodeURIComponent(did)} />
    </Suspense>
  )
}
