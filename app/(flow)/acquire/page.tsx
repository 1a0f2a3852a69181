import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { AcquirePage } from '@/components/acquire/AcquirePage'

export const generateMetadata = titlePage((words) => words.acquire.title)

export default function Acquire() {
  return (
    <Suspense>
      <AcquirePage />
    </Suspense>
  )
}
