'use client'
import { Button } from '@mantine/core'
import { CopyableText } from '@/components/ui/CopyableText'
import { Notice } from '@/components/ui/Notice'
import { StepList, type StepListItem } from '@/components/ui/StepList'
import type { UseFlowReturnType } from '@/hooks/useFlow'
import { useNetwork } from '@/hooks/useNetwork'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import { FlowError } from './FlowError'

/** The run of a flow: each step, its confirmation and transaction, the error beside it, and the way on. */
export function FlowProgress<T>({ flow }: { flow: UseFlowReturnType<T> }) {
  const { common, errors } = useMessages()
  const { explorer } = useExplorer()
  if (flow.status === 'idle') return null
  const plan = flow.plan ?? []
  const planned = plan.filter((confirmation) => !flow.steps.some((step) => step.name === confirmation.step))
  const steps = [
    ...flow.steps,
    ...planned.map(({ step }) => ({ name: step, status: 'waiting' as const, hash: undefined, since: 0 })),
  ]
  const failedAt =
    flow.status === 'failed' ? flow.steps.find(({ status }) => status === 'failed' || status === 'dropped') : undefined
  const declined = flow.status === 'failed' && describeError(flow.error, errors).rejected
  const error = flow.status === 'failed' ? <FlowError error={flow.error} actions={<Actions flow={flow} />} /> : null
  const items = steps.map((step): StepListItem => {
    const position = plan.findIndex((confirmation) => confirmation.step === step.name)
    const confirmation = plan[position]
    const notes = confirmation
      ? [`${common.steps.confirmationOf(position + 1, plan.length)}, ${common.budget[confirmation.kind]}`]
      : []
    return {
      id: step.name,
      label:
        (confirmation && common.budget.purposes[confirmation.purpose]) ??
        common.steps.names[step.name.split(':')[0] ?? step.name] ??
        toWords(step.name),
      state: step === failedAt && declined ? 'waiting' : step.status,
      since: step.since,
      note: (
        <>
          {notes.join(' ')}
          {step.hash ? (
            <div>
              {common.steps.transaction}{' '}
              <CopyableText value={step.hash} label={common.steps.transaction} href={explorer(step.hash)} />
            </div>
          ) : null}
        </>
      ),
      below: step === failedAt ? error : undefined,
    }
  })
  return (
    <>
      {flow.status === 'resumable' ? (
        <Notice tone="warn" title={common.resume.title} actions={<Actions flow={flow} />}>
          {common.resume.body}
        </Notice>
      ) : null}
      <StepList label={common.steps.label} items={items} />
      {failedAt ? null : error}
    </>
  )
}

function Actions<T>({ flow }: { flow: UseFlowReturnType<T> }) {
  const { common, errors } = useMessages()
  const retry = flow.status === 'resumable' || describeError(flow.error, errors).retry
  return (
    <>
      {retry ? (
        <Button size="sm" onClick={() => void flow.resume()}>
          {common.resume.action}
        </Button>
      ) : null}
      <Button size="sm" variant="default" onClick={flow.discard}>
        {common.resume.discard}
      </Button>
    </>
  )
}

function useExplorer() {
  const { blockExplorerUrl } = useNetwork()
  return { explorer: (hash: string) => (blockExplorerUrl ? `${blockExplorerUrl}/tx/${hash}` : undefined) }
}

function toWords(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
