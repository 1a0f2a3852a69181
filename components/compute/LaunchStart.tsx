'use client'
import { Button, Checkbox } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAccount } from 'wagmi'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowError } from '@/components/flow/FlowError'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { Icon } from '@/components/ui/Icon'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useFlow } from '@/hooks/useFlow'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildComputeCode } from '@/lib/code/buildComputeCode'
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
import { useFormatToken } from './useFormatToken'
import type { Launch } from './useLaunch'

const nothing: ComputeDraft = { datasets: [], algorithm: { did: '' }, environmentId: '' }

/** What the wallet will ask, the button, and how far the start is. */
export function LaunchStart({ launch, onStarted }: { launch: Launch; onStarted(job: StartComputeReturnType): void }) {
  const { compute } = useMessages()
  const words = compute.start
  const client = useOceanClient()
  const network = useNetwork()
  const queryClient = useQueryClient()
  const { address } = useAccount()
  const [override, setOverride] = useState(false)
  const { draft = nothing, check, parameters, dataset, algorithm, environment } = launch
  const level = check.data ? summariseChecks(check.data.checks) : undefined
  const flow = useFlow({
    name: 'startCompute',
    input: draft,
    start: (present, options) => startCompute(present, { draft, ...options }),
  })
  const plan = useQuery({
    queryKey: ['ocean', client.network.chainId, 'planStart', { draft, account: address }],
    queryFn: ({ signal }) => planStartCompute(client, { draft, signal }),
    enabled:
      draft !== nothing && address !== undefined && level !== undefined && level !== 'red' && flow.status === 'idle',
    retry: false,
  })
  const formatToken = useFormatToken((plan.data ?? []).flatMap(({ token }) => token?.address ?? []))
  if (draft === nothing || !dataset || !algorithm || !environment) return null
  const run = async () => {
    const started = await flow.run()
    if (started === undefined) return undefined
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
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
  const allowed = level !== undefined && (level !== 'red' || override) && parameters.valid
  return (
    <>
      {address === undefined ? <NeedWallet prefer="Bob" /> : null}
      {flow.status === 'idle' && address !== undefined ? (
        <>
          {plan.data && level !== 'red' ? (
            <FlowBudget confirmations={plan.data.map(named)} formatToken={formatToken} />
          ) : null}
          {plan.isFetching && !plan.data ? <WaitingNotice what={words.planning} /> : null}
          {plan.isError && level !== 'red' ? <FlowError error={plan.error} money={false} /> : null}
          {parameters.valid ? null : <Notice tone="warn" title={compute.parameters.fix} />}
          {level === 'red' ? (
            <Checkbox
              label={words.override}
              description={words.overrideHint}
              checked={override}
              onChange={(event) => setOverride(event.currentTarget.checked)}
            />
          ) : null}
          <div>
            <Button
              size="md"
              leftSection={<Icon name="play" />}
              disabled={!allowed}
              onClick={() => void run()}
              color={level === 'red' ? 'red' : undefined}
            >
              {level === 'red' && override ? words.overrideAction : words.action}
            </Button>
          </div>
        </>
      ) : null}
      <FlowProgress flow={{ ...flow, run, resume: run }} />
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
