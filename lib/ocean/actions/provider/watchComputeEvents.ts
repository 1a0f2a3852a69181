import type { Address } from 'viem'
import { z } from 'zod/mini'
import { getProviderRoot } from '../../clients/getProviderRoot'
import { parseEventStream } from '../../clients/parseEventStream'
import { readBytes } from '../../clients/readBytes'
import { toProviderError } from '../../clients/toProviderError'
import { jobSchema, logEventSchema } from '../../schemas/jobSchemas'
import { looseNumberSchema } from '../../schemas/primitives'
import type { OceanClient } from '../../types/client'
import type { ComputeEvent } from '../../types/provider'
import { sleep } from '../../utils/sleep'
import { getComputeJob } from './getComputeJob'
import { getNonce } from './getNonce'
import { getSession } from './getSession'

export type WatchComputeEventsParameters = {
  providerUrl?: string | undefined
  owner: Address
  jobId: string
  /** Goes on after this event of an earlier stream. */
  after?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * A job's changes and log lines, until it has ended. Live where the Provider announces it and a session of the owner is open,
 * otherwise by asking every `client.pollingInterval` ms, without log lines. Never prompts.
 *
 * - HTTP: `GET computeEvents` as `text/event-stream`, else `GET compute`
 */
export async function* watchComputeEvents(
  client: OceanClient,
  parameters: WatchComputeEventsParameters,
): AsyncGenerator<ComputeEvent, void> {
  let after = parameters.after
  let failures = 0
  while (failures < 3 && (await canStream(client, parameters))) {
    try {
      for await (const event of stream(client, { ...parameters, after })) {
        after = event.id ?? after
        failures = 0
        yield event
        if (event.type === 'job' && event.job.ended) return
      }
      failures += 1
    } catch {
      parameters.signal?.throwIfAborted()
      failures += 1
    }
    await sleep(Math.min(client.pollingInterval, 1_000) * failures, parameters.signal)
  }
  yield* poll(client, parameters)
}

async function canStream(
  client: OceanClient,
  { providerUrl, owner, signal }: WatchComputeEventsParameters,
): Promise<boolean> {
  const root = await getProviderRoot(client, { providerUrl, signal })
  return root.endpoints.computeEvents !== undefined && getSession(client, { providerUrl, address: owner }) !== undefined
}

async function* poll(
  client: OceanClient,
  parameters: WatchComputeEventsParameters,
): AsyncGenerator<ComputeEvent, void> {
  let last = ''
  for (;;) {
    const job = await getComputeJob(client, parameters)
    const state = JSON.stringify(job)
    if (state !== last) yield { type: 'job', id: undefined, job }
    if (job.ended) return
    last = state
    await sleep(client.pollingInterval, parameters.signal)
  }
}

async function* stream(
  client: OceanClient,
  parameters: WatchComputeEventsParameters,
): AsyncGenerator<ComputeEvent, void> {
  const { providerUrl, owner, jobId, after, signal } = parameters
  const root = await getProviderRoot(client, { providerUrl, signal })
  const session = getSession(client, { providerUrl: root.url, address: owner })
  const nonce = String((await getNonce(client, { providerUrl: root.url, address: owner, signal })) + 1n)
  const url = `${root.url}${root.endpoints.computeEvents?.path}?${new URLSearchParams({ jobId, consumerAddress: owner, nonce })}`
  const response = await client.fetch(url, {
    headers: {
      accept: 'text/event-stream',
      ...(session ? { AuthToken: session.token } : {}),
      ...(after === undefined ? {} : { 'Last-Event-ID': after }),
    },
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: signal ?? null,
  })
  if (response.status !== 200 || !response.body) {
    const bytes = (await readBytes(response, 65_536)) ?? new Uint8Array()
    throw toProviderError({ url, status: response.status, headers: response.headers, bytes })
  }
  for await (const { id, data } of parseEventStream(response.body)) {
    const event = readEvent(id, JSON.parse(data))
    if (event) yield event
  }
}

const jobEventSchema = z.looseObject({ job: jobSchema, timestamp: z.optional(looseNumberSchema) })

/** One event in our words; unknown kinds are passed over. */
function readEvent(id: string | undefined, body: unknown): ComputeEvent | undefined {
  const changed = z.safeParse(jobEventSchema, body)
  if (changed.success) return { type: 'job', id, job: changed.data.job, timestamp: toDate(changed.data.timestamp) }
  const line = z.safeParse(logEventSchema, body)
  if (!line.success) return undefined
  const { source, text, timestamp } = line.data
  return {
    type: 'log',
    id,
    source,
    text,
    timestamp: toDate(timestamp),
  }
}

/** Seconds or milliseconds, by their size. */
function toDate(timestamp: number | undefined): Date | undefined {
  return timestamp ? new Date(timestamp < 1e11 ? timestamp * 1000 : timestamp) : undefined
}
