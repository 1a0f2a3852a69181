'use client'
import { Button, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useAccount } from 'wagmi'
import { CopyAsCode } from '@/components/compute/CopyAsCode'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowError } from '@/components/flow/FlowError'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { Disclosure } from '@/components/ui/Disclosure'
import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildPublishCode } from '@/lib/code/buildPublishCode'
import { useMessages } from '@/lib/messages/useMessages'
import { publishPlanQueryOptions } from '@/lib/queries/publishPlanQueryOptions'
import { DdoPreview } from './DdoPreview'
import { countProblems } from './model/countProblems'
import type { PublishForm } from './model/form'
import classes from './PublishRun.module.css'
import type { UsePublishRunReturnType } from './usePublishRun'

type PublishRunProps = {
  form: PublishForm
  change(change: Partial<PublishForm>): void
  run: UsePublishRunReturnType
  tried: boolean
  onTry(): void
}

/** The confirmations before the button, the progress after it. */
export function PublishRun({ form, change, run, tried, onTry }: PublishRunProps) {
  const { publish } = useMessages()
  const words = publish.run
  const { address } = useAccount()
  const network = useNetwork()
  const drafts = run.types.flatMap((type) => run.drafts[type] ?? [])
  const faults = countProblems(run.types.map((type) => run.problems[type]))
  const showing = run.types.filter((type) => run.flows[type].status !== 'idle' && !form.published[type])
  return (
    <Section title={showing.length > 0 && showing[0] ? words.progress[showing[0]] : words.title}>
      {showing.length === 0 ? <Budget run={run} oneTransaction={form.oneTransaction} /> : null}
      {run.types.map((type) =>
        form.published[type] ? (
          <Notice key={type} tone="ok" title={publish.done.title[type]}>
            {form.published[type].name}
          </Notice>
        ) : null,
      )}
      {showing.map((type) => (
        <FlowProgress key={type} flow={run.flows[type]} />
      ))}
      {showing.length > 0 && run.locked && run.phase !== 'running' ? (
        <p className={classes.note}>{words.locked}</p>
      ) : null}
      {tried && faults > 0 ? <Notice tone="warn" title={words.fix(faults)} role="alert" /> : null}
      {run.phase === 'checkingFiles' ? <WaitingNotice what={words.checkingFiles} usually={1} /> : null}
      {run.phase === 'fileBlocked' && run.fileError ? <FlowError error={run.fileError} /> : null}
      {run.phase === 'fileBlocked' && !run.fileError ? (
        <Notice tone="danger" title={words.fileBlocked} role="alert" />
      ) : null}
      {!address ? <NeedWallet prefer="Alice" /> : null}
      {address && showing.length === 0 ? (
        <Button
          fullWidth
          size="md"
          loading={run.phase === 'checkingFiles'}
          onClick={() => {
            onTry()
            if (faults === 0) void run.start()
            else requestAnimationFrame(focusFirstFault)
          }}
        >
          {words.publish[form.what]}
        </Button>
      ) : null}
      {run.phase === 'running' ? null : <DdoPreview run={run} />}
      {run.locked || drafts.length < run.types.length ? null : (
        <CopyAsCode code={buildPublishCode({ network, drafts, decimals: run.decimals })} />
      )}
      {run.locked ? null : (
        <Disclosure label={publish.oneTransaction.title} quiet>
          <Switch
            label={publish.oneTransaction.label}
            description={publish.oneTransaction.hint}
            checked={form.oneTransaction ?? false}
            onChange={(event) => change({ oneTransaction: event.currentTarget.checked || undefined })}
          />
        </Disclosure>
      )}
    </Section>
  )
}

function Budget({ run, oneTransaction }: { run: UsePublishRunReturnType; oneTransaction: true | undefined }) {
  const client = useOceanClient()
  const types = run.types.filter((type) => run.drafts[type])
  const drafts = types.flatMap((type) => run.drafts[type] ?? [])
  const plan = useQuery({
    ...publishPlanQueryOptions(client, { types, drafts, oneTransaction }),
    enabled: drafts.length === run.types.length,
  })
  return plan.data ? <FlowBudget confirmations={plan.data} /> : null
}

function focusFirstFault() {
  const fault = document.querySelector<HTMLElement>('main [aria-invalid="true"], main [data-error="true"] input')
  fault?.focus()
}
