'use client'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Badge } from '@/components/ui/Badge'
import { Disclosure } from '@/components/ui/Disclosure'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeEnvironment } from '@/lib/ocean'
import { environmentsQueryOptions } from '@/lib/queries/environmentsQueryOptions'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'
import classes from './EnvironmentPicker.module.css'

export type EnvironmentPickerProps = {
  providerUrl: string
  selected: string | undefined
  onSelect(id: string): void
}

/** Where the job runs: each machine with its price, its size and how busy it is. */
export function EnvironmentPicker({ providerUrl, selected, onSelect }: EnvironmentPickerProps) {
  const { compute, common, errors } = useMessages()
  const words = compute.environment
  const client = useOceanClient()
  const name = useId()
  const query = useQuery(environmentsQueryOptions(client, providerUrl))
  // While it is asked again and again, an answer that did not come stays said.
  if (query.data === undefined) {
    if (query.errorUpdateCount === 0 && query.failureCount === 0) return <WaitingNotice what={words.loading} />
    const reason = query.failureReason ?? query.error
    return (
      <ErrorNotice
        tone="warn"
        title={words.unreachable}
        raw={reason ? describeError(reason, errors).raw : undefined}
        actions={
          <Button size="sm" loading={query.isFetching} onClick={() => void query.refetch()}>
            {common.retry}
          </Button>
        }
      />
    )
  }
  if (query.data.length === 0)
    return (
      <Notice tone="warn" title={words.none}>
        {words.noneBody}
      </Notice>
    )
  const description = query.data.find(({ id }) => id === selected)?.description
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{words.label}</legend>
      <div className={classes.list}>
        {query.data.map((environment) => (
          <label key={environment.id} className={classes.option}>
            <input
              type="radio"
              name={name}
              value={environment.id}
              checked={environment.id === selected}
              onChange={() => onSelect(environment.id)}
            />
            <EnvironmentFacts environment={environment} />
          </label>
        ))}
      </div>
      {description ? (
        <Disclosure quiet label={words.about}>
          <p className={classes.quiet}>{description}</p>
        </Disclosure>
      ) : null}
    </fieldset>
  )
}

function EnvironmentFacts({ environment }: { environment: ComputeEnvironment }) {
  const { compute, common } = useMessages()
  const words = compute.environment
  const client = useOceanClient()
  const { feeToken, free } = environment
  const token = useQuery({ ...tokenQueryOptions(client, feeToken ?? '0x'), enabled: !free && feeToken !== undefined })
  const facts = [
    words.cpu(environment.cpuNumber),
    ...(environment.gpuNumber > 0 ? [words.gpu(environment.gpuNumber)] : []),
    words.ram(environment.ramGB),
    words.disk(environment.diskGB),
    ...(environment.maxJobDuration > 0 ? [words.runs(common.duration(environment.maxJobDuration))] : []),
    words.busy(environment.currentJobs, environment.maxJobs),
  ]
  return (
    <span className={classes.text}>
      <span className={classes.head}>
        <span className={classes.id}>{environment.id}</span>
        {free ? (
          <Badge tone="ok">{words.free}</Badge>
        ) : (
          <Badge>
            {words.perMinute(common.number(environment.pricePerMinute), token.data?.symbol ?? common.unknown)}
          </Badge>
        )}
      </span>
      <span className={classes.facts}>{facts.join(' · ')}</span>
    </span>
  )
}
