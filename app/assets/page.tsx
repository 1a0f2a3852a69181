import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { Catalogue } from '@/components/asset/Catalogue'

export const generateMetadata = titlePage((words) => words.asset.catalogue.title)

export default function AssetsPage() {
  return (
    <Suspense>
      <Catalogue />
    </Suspense>
  )
}
