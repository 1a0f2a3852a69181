import type { ReactNode } from 'react'
import { FlowStepper } from '@/components/flow/FlowStepper'

export default function FlowLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <FlowStepper />
      {children}
    </>
  )
}
