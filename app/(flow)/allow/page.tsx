import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { AllowPage } from '@/components/allow/AllowPage'

export const generateMetadata = titlePage((words) => words.allow.title)

export default function Allow() {
  return (
    <Suspense>
      <AllowPage />
    </Suspense>
  )
}
