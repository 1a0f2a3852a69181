import type { Address } from 'viem'
import { createAuthToken } from '../actions/provider/createAuthToken'
import { getComputeJobs } from '../actions/provider/getComputeJobs'
import { getSession } from '../actions/provider/getSession'
import { startComputeJob } from '../actions/provider/startComputeJob'
import { JobOutcomeUnknownError } from '../errors/ComputeError'
import type { OceanClient } from '../types/client'
import type { ComputeDraft } from '../types/draft'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import type { ComputeJob, ProviderRoot } from '../types/provider'
import { confirmSignature } from '../utils/confirm'
import { sleep } from '../utils/sleep'
import { createFlow, emit, type Flow, runStep, savedStep } from './createFlow'
import {
  type PayForComputeReturnType,
  type PayForComputeStep,
  placeOrders,
  settleOrders,
  toConfirmations,
} from './payForCompute'
import { prepareOrders } from './prepareOrders'
import { type ResolvedCompute, resolveCompute } from './resolveCompute'

export type StartComputeParameters = FlowOptions & { draft: ComputeDraft }
/** The orders, then: `lookup` (was it started already?), `session` (one signature for start, log and results), `start`. */
export type StartComputeStep = PayForComputeStep | 'lookup' | 'session' | 'start'
export type StartComputeReturnType = { jobId: string; job: ComputeJob; providerUrl: string; owner: Address }

/** The confirmations a job takes now, from fresh quotes: orders and at most one signature. */
export async function planStartCompute(
  client: OceanClient,
  parameters: StartComputeParameters,
): Promise<Confirmation[]> {
  const flow = createFlow(client, parameters)
  const resolved = await resolveCompute(client, parameters.draft, parameters.signal)
  if (await findStarted(flow, resolved)) return []
  return [...toConfirmations(await prepareOrders(flow, resolved)), ...planSignature(client, resolved.root)]
}

/**
 * Pays for a job and starts it. Before a start is tried again, the job is looked up: it is never started or paid for twice.
 *
 * - Source: provider-aquarius specification 6.1, 11.3
 *
 * @throws {FlowStepError} caused by `JobOutcomeUnknownError` when the Provider did not say what happened.
 */
export async function* startCompute(
  client: OceanClient,
  parameters: StartComputeParameters,
): AsyncGenerator<FlowEvent, StartComputeReturnType> {
  const flow = createFlow(client, parameters)
  const resolved = await resolveCompute(client, parameters.draft, parameters.signal)
  const owner = flow.account
  const providerUrl = resolved.root.url
  const earlier = await findStarted(flow, resolved)
  if (earlier) {
    yield { type: 'plan', confirmations: [] }
    yield* emit(flow, { type: 'step', step: 'start', status: 'done', value: { jobId: earlier.jobId } })
    return { jobId: earlier.jobId, job: earlier, providerUrl, owner }
  }
  yield* settleOrders(flow, resolved)
  const prepared = await prepareOrders(flow, resolved)
  yield { type: 'plan', confirmations: [...toConfirmations(prepared), ...planSignature(client, resolved.root)] }
  const paid = yield* placeOrders(flow, resolved, prepared)
  yield* runStep(flow, 'lookup', {
    run: async () => ({ known: (await findJobs(flow, resolved)).map(({ jobId }) => jobId) }),
  })
  yield* openSession(flow, resolved.root)
  const job = yield* start(flow, resolved, paid)
  return { jobId: job.jobId, job, providerUrl, owner }
}

function planSignature(client: OceanClient, { url, endpoints }: ProviderRoot): Confirmation[] {
  if (!endpoints.create_auth_token) return [confirmSignature({ step: 'start', purpose: 'startJob', subject: url })]
  return getSession(client, { providerUrl: url })
    ? []
    : [confirmSignature({ step: 'session', purpose: 'session', subject: url })]
}

/** One signature that stands for all later ones; passed over where a session is open or the Provider offers none. */
export async function* openSession(flow: Flow, root: ProviderRoot): AsyncGenerator<FlowEvent, void> {
  const { client, signal } = flow
  if (!root.endpoints.create_auth_token || getSession(client, { providerUrl: root.url })) {
    yield* emit(flow, { type: 'step', step: 'session', status: 'skipped' })
    return
  }
  yield* runStep(flow, 'session', {
    again: true,
    signing: true,
    run: async () => {
      await createAuthToken(client, { providerUrl: root.url, signal })
      return undefined
    },
  })
}

async function* start(
  flow: Flow,
  resolved: ResolvedCompute,
  paid: PayForComputeReturnType,
): AsyncGenerator<FlowEvent, ComputeJob> {
  const { client, signal } = flow
  const { root, environment } = resolved
  let job: ComputeJob | undefined
  yield* runStep(flow, 'start', {
    again: true,
    signing: !root.endpoints.create_auth_token,
    run: async () => {
      const { datasets, algorithm } = paid
      try {
        job = await startComputeJob(client, {
          providerUrl: root.url,
          datasets,
          algorithm,
          environmentId: environment.id,
          signal,
        })
      } catch (error) {
        if (!(error instanceof JobOutcomeUnknownError)) throw error
        job = await lookAgain(flow, resolved)
        if (!job) throw error
      }
      return { jobId: job.jobId }
    },
  })
  if (!job) throw new TypeError('The job has not been started.')
  return job
}

async function lookAgain(flow: Flow, resolved: ResolvedCompute): Promise<ComputeJob | undefined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const job = await findStarted(flow, resolved)
    if (job) return job
    await sleep(flow.client.pollingInterval, flow.signal)
  }
  return undefined
}

/** The job an earlier attempt of this flow has started, or `undefined` when there was none. */
async function findStarted(flow: Flow, resolved: ResolvedCompute): Promise<ComputeJob | undefined> {
  const started = savedStep(flow, 'start').value as { jobId?: string } | undefined
  const lookup = savedStep(flow, 'lookup')
  if (!lookup.done) return undefined
  const { known = [] } = (lookup.value ?? {}) as { known?: readonly string[] }
  const jobs = await findJobs(flow, resolved)
  return jobs.find(({ jobId }) => (started?.jobId ? jobId === started.jobId : !known.includes(jobId)))
}

/** The account's jobs with these assets. */
async function findJobs({ client, account, signal }: Flow, { draft, root }: ResolvedCompute): Promise<ComputeJob[]> {
  const jobs = await getComputeJobs(client, { providerUrl: root.url, owner: account, signal })
  const datasets = draft.datasets.map(({ did }) => did).join()
  return jobs.filter((job) => job.datasetDids.join() === datasets && job.algorithmDid === draft.algorithm.did)
}
