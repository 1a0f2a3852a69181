import { getSession } from '../actions/provider/getSession'
import { stopComputeJob } from '../actions/provider/stopComputeJob'
import { getProviderRoot } from '../clients/getProviderRoot'
import type { OceanClient } from '../types/client'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import type { ComputeJob } from '../types/provider'
import { confirmSignature } from '../utils/confirm'
import { createFlow, runStep } from './createFlow'
import { openSession } from './startCompute'

export type StopJobParameters = FlowOptions & { jobId: string; providerUrl?: string | undefined }
export type StopJobStep = 'session' | 'stop'
export type StopJobReturnType = { job: ComputeJob }

/** The confirmations stopping takes: at most one signature. */
export async function planStopJob(
  client: OceanClient,
  { jobId, providerUrl, signal }: StopJobParameters,
): Promise<Confirmation[]> {
  const root = await getProviderRoot(client, { providerUrl, signal })
  if (!root.endpoints.create_auth_token) return [confirmSignature({ step: 'stop', purpose: 'stopJob', subject: jobId })]
  return getSession(client, { providerUrl: root.url })
    ? []
    : [confirmSignature({ step: 'session', purpose: 'session', subject: root.url })]
}

/**
 * Asks for a job to be stopped. What it has written is published; watch it until it has ended.
 *
 * - Steps: `session` (one signature, unless a session is open), `stop`
 */
export async function* stopJob(
  client: OceanClient,
  parameters: StopJobParameters,
): AsyncGenerator<FlowEvent, StopJobReturnType> {
  const { jobId, providerUrl } = parameters
  const flow = createFlow(client, parameters)
  const root = await getProviderRoot(client, { providerUrl, signal: flow.signal })
  yield { type: 'plan', confirmations: await planStopJob(client, parameters) }
  yield* openSession(flow, root)
  let job: ComputeJob | undefined
  yield* runStep(flow, 'stop', {
    again: true,
    signing: !root.endpoints.create_auth_token,
    run: async () => {
      job = await stopComputeJob(client, { providerUrl: root.url, jobId, signal: flow.signal })
      return { status: job.status }
    },
  })
  if (!job) throw new TypeError('The job has not been stopped.')
  return { job }
}
