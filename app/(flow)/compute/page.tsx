import { Suspense } from 'react'
import { titlePage } from '@/app/titlePage'
import { ComputePage } from '@/components/compute/ComputePage'

export const generateMetadata = titlePage((words) => words.compute.title)

export default function Compute() {
  return (
    <Suspense>
      <ComputePage />
    </Suspense>
  )
}
