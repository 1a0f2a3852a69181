import { ComputeRequestError, type JobEvent } from '../../compute/types'
import { authenticate } from '../authenticate'
import { checkFields } from '../checkFields'
import { numeric, required } from '../fieldRules'
import { isEmpty } from '../isEmpty'
import { pythonText } from '../pythonText'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'

const heartbeat = 15_000
const encoder = new TextEncoder()

/** A job's events as they happen, for its owner alone. Not part of the original interface: announced beside it. */
export function createComputeEvents(closing: AbortSignal): Route {
  return {
    name: 'computeEvents',
    method: 'GET',
    path: '/api/services/computeEvents',
    async handle(context, request) {
      const compute = requireCompute(context)
      const { values, headers, raw } = request
      const owner = 'consumerAddress'
      await checkFields(values, {
        fields: {
          jobId: { rules: [required], bail: true },
          consumerAddress: { rules: [required], bail: true },
          ...(isEmpty(values.signature) ? {} : { nonce: { rules: [required, numeric], bail: true as const } }),
        },
        signature: authenticate(context, request, { owner, signed: [owner, 'jobId'], repeatable: true }),
      })
      const job = { owner: pythonText(values.consumerAddress), jobId: pythonText(values.jobId) }
      if (compute.status(job).length === 0) {
        throw new ComputeRequestError(404, `Owner ${job.owner} mismatch for job ${job.jobId}`)
      }
      const ended = new AbortController()
      const signal = AbortSignal.any([raw.signal, closing, ended.signal])
      const after = headers.get('Last-Event-ID')
      const events = compute.events({
        ...{ ...job, signal },
        ...(after ? { after } : {}),
      })
      return new Response(toEventStream(events, ended), {
        headers: {
          'content-type': 'text/event-stream',
          'cache-control': 'no-cache, no-transform',
          'x-accel-buffering': 'no',
        },
      })
    },
  }
}

function toEventStream(events: AsyncIterable<JobEvent>, ended: AbortController): ReadableStream<Uint8Array> {
  const iterator = events[Symbol.asyncIterator]()
  let timer: NodeJS.Timeout | undefined
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(': open\n\n'))
      timer = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': alive\n\n'))
      }, heartbeat)
      timer.unref()
    },
    async pull(controller) {
      try {
        const { done, value } = await iterator.next()
        if (!done) return controller.enqueue(encoder.encode(format(value)))
      } catch {
        // The client comes back with its last event id: the end of the stream is all it needs to know.
      }
      clearInterval(timer)
      controller.close()
    },
    cancel() {
      clearInterval(timer)
      ended.abort()
    },
  })
}

function format({ id, ...event }: JobEvent): string {
  return `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
}
