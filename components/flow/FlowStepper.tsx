'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { Stepper } from '@/components/ui/Stepper'
import { useMessages } from '@/lib/messages/useMessages'
import { parseFlowChoice, routes } from '@/lib/routes'

const stations = ['publish', 'allow', 'acquire', 'compute', 'monitor'] as const

/** The five stations of the flow. The choice made so far goes along. */
export function FlowStepper() {
  const { common } = useMessages()
  const pathname = usePathname()
  const choice = parseFlowChoice(useSearchParams())
  const current = stations.find((station) => pathname.startsWith(`/${station}`)) ?? 'publish'
  const steps = stations.map((id) => ({
    id,
    label: common.flow[id],
    hint: common.flow[`${id}Hint`],
    href: routes[id](choice),
  }))
  return <Stepper label={common.navigation.flow} steps={steps} current={current} />
}
