import type { Address } from 'viem'
import { getComputeJob } from '../actions/provider/getComputeJob'
import { watchComputeEvents } from '../actions/provider/watchComputeEvents'
import type { OceanClient } from '../types/client'
import type { ComputeEvent, ComputeJob } from '../types/provider'

export type WatchJobParameters = {
  jobId: string
  /** Default: the account. */
  owner?: Address | undefined
  providerUrl?: string | undefined
  /** Goes on after this event of an earlier watch. */
  after?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * A job from its present state to its end: the state at once, then every change and, where a session is open, every log line.
 * Never prompts.
 *
 * @returns The ended job.
 * @throws {JobNotFoundError} when the Provider has no such job of this account.
 */
export async function* watchJob(
  client: OceanClient,
  parameters: WatchJobParameters,
): AsyncGenerator<ComputeEvent, ComputeJob> {
  const owner = parameters.owner ?? client.walletClient?.account?.address
  if (!owner) throw new TypeError('A job needs an owner to be looked up.')
  const query = { ...parameters, owner }
  let job = await getComputeJob(client, query)
  yield { type: 'job', id: undefined, job }
  for await (const event of watchComputeEvents(client, query)) {
    if (event.type === 'job') job = event.job
    yield event
  }
  return job
}
