import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { AssetPage } from '@/components/asset/AssetPage'

export const generateMetadata = titlePage((words) => words.asset.page.title)

export default async function Asset({ params }: { params: Promise<{ did: string }> }) {
  const { did } = await params
  return (
    <Suspense>
      <AssetPage did={decodeURIComponent(did)} />
    </Suspense>
  )
}
