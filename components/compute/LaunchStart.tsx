'use client'
import { Button, Checkbox, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useAccount } from 'wagmi'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowError } from '@/components/flow/FlowError'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { Icon } from '@/components/ui/Icon'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useFlow } from '@/hooks/useFlow'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildComputeCode } from '@/lib/code/buildComputeCode'
import { startedJobs } from '@/lib/compute/startedJobs'
import { summariseChecks } from '@/lib/compute/summariseChecks'
import { longestValidity } from '@/lib/compute/validity'
import { useMessages } from '@/lib/messages/useMessages'
import {
  type ComputeDraft,
  type Confirmation,
  planStartCompute,
  type StartComputeReturnType,
  startCompute,
} from '@/lib/ocean'
import { CopyAsCode } from './CopyAsCode'
import classes from './EnvironmentPicker.module.css'
import { LaunchLinkButton } from './LaunchLinkButton'
import { useFormatToken } from './useFormatToken'
import type { Launch } from './useLaunch'

const nothing: ComputeDraft = { datasets: [], algorithm: { did: '' }, environmentId: '' }

/** What the wallet will ask, the button, and how far the start is. */
export function LaunchStart({ launch, onStarted }: { launch: Launch; onStarted(job: StartComputeReturnType): void }) {
  const { compute, common } = useMessages()
  const reason = useId()
  const words = compute.start
  const client = useOceanClient()
  const network = useNetwork()
  const queryClient = useQueryClient()
  const { address } = useAccount()
  const [override, setOverride] = useState(false)
  const { draft = nothing, check, parameters, dataset, algorithm, environment } = launch
  const level = check.data ? summariseChecks(check.data.checks) : undefined
  /** Red stands in the way of counting too, unless people insist. */
  const wanted = level !== 'red' || override
  const flow = useFlow({
    name: 'startCompute',
    input: draft,
    start: (present, options) => startCompute(present, { draft, ...options }),
  })
  const plan = useQuery({
    queryKey: ['ocean', client.network.chainId, 'planStart', { draft, account: address }],
    queryFn: ({ signal }) => planStartCompute(client, { draft, signal }),
    enabled: draft !== nothing && address !== undefined && level !== undefined && wanted && flow.status === 'idle',
    retry: false,
  })
  const formatToken = useFormatToken((plan.data ?? []).flatMap(({ token }) => token?.address ?? []))
  if (draft === nothing || !dataset || !algorithm || !environment) return null
  const run = async () => {
    const started = await flow.run()
    if (started === undefined) return undefined
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
    startedJobs.remember(started.jobId, draft)
    flow.discard()
    onStarted(started)
    return started
  }
  const names: Record<string, string> = {
    [dataset.id]: dataset.metadata.name,
    [algorithm.id]: algorithm.metadata.name,
  }
  const named = (confirmation: Confirmation): Confirmation => ({
    ...confirmation,
    subject: names[confirmation.subject ?? ''] ?? confirmation.subject,
  })
  // The number of confirmations is said before the button can be pressed.
  const blocked = !parameters.valid
    ? compute.parameters.fix
    : level === undefined
      ? compute.checks.checking
      : !wanted
        ? words.blocked
        : plan.data !== undefined
          ? undefined
          : plan.isError
            ? words.planFailed
            : words.counting
  return (
    <>
      {address === undefined ? <NeedWallet prefer="Bob" /> : null}
      {flow.status === 'idle' && address !== undefined ? (
        <>
          {plan.data && wanted ? <FlowBudget confirmations={plan.data.map(named)} formatToken={formatToken} /> : null}
          {plan.isFetching && !plan.data ? <WaitingNotice what={words.planning} /> : null}
          {plan.isError && wanted && !plan.isFetching ? (
            <FlowError
              error={plan.error}
              money={false}
              actions={
                <Button size="sm" onClick={() => void plan.refetch()}>
                  {common.retry}
                </Button>
              }
            />
          ) : null}
          {level === 'red' ? (
            <Checkbox
              label={words.override}
              description={words.overrideHint}
              checked={override}
              onChange={(event) => setOverride(event.currentTarget.checked)}
            />
          ) : null}
          <Group gap="sm">
            <Button
              size="md"
              leftSection={<Icon name="play" />}
              disabled={blocked !== undefined}
              aria-describedby={blocked === undefined ? undefined : reason}
              onClick={() => void run()}
              color={level === 'red' ? 'red' : undefined}
            >
              {level === 'red' && override ? words.overrideAction : words.action}
            </Button>
            {blocked === undefined ? null : (
              <span id={reason} className={classes.quiet}>
                {blocked}
              </span>
            )}
          </Group>
        </>
      ) : null}
      <FlowProgress flow={{ ...flow, run, resume: run }} />
      <LaunchLinkButton draft={draft} />
      <CopyAsCode
        code={buildComputeCode({
          network,
          dataset,
          algorithm,
          environment,
          draft,
          validity: launch.duration ?? (environment.free ? longestValidity : environment.maxJobDuration || 3600),
        })}
      />
    </>
  )
}
