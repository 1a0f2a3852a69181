import { setTimeout as delay } from 'node:timers/promises'
import type { ComputeBackend } from '../compute/types'
import { createFaultControl } from './createFaultControl'
import { type FaultName, type FaultState, faultNames, type Service } from './Faults'
import { starveAlgorithm } from './starveAlgorithm'

export type Faults = {
  state(): FaultState
  set(change: Partial<FaultState>): FaultState
  /** The service as it is seen while its faults are on. Without them nothing is changed. */
  guard(service: Service, faults: { down: FaultName; slow: FaultName }): Service
  /** The compute backend, whose next job runs out of memory when that was asked for. */
  starve(compute: ComputeBackend): ComputeBackend
  /** Puts the control at `/devnet/faults` in front of a service, where it stays reachable whatever is broken. */
  control(service: Service): Service
}

/** Milliseconds a slow service takes for each answer beyond its own time. */
const slowness = 4_000

/** Faults to be switched on and off while the network runs. All are off at the start, and nothing of them is kept. */
export function createFaults({ slowBy = slowness }: { slowBy?: number } = {}): Faults {
  const state = Object.fromEntries(faultNames.map((name) => [name, false])) as FaultState
  const cuts = new Map<FaultName, AbortController>()
  const set = (change: Partial<FaultState>) => {
    for (const name of faultNames) {
      state[name] = change[name] ?? state[name]
      if (!state[name]) continue
      cuts.get(name)?.abort()
      cuts.delete(name)
    }
    return { ...state }
  }
  const cutBy = (name: FaultName) => {
    const cut = cuts.get(name) ?? new AbortController()
    cuts.set(name, cut)
    return cut.signal
  }
  const faults: Faults = {
    state: () => ({ ...state }),
    set,
    guard: (service, { down, slow }) => ({
      async fetch(request, ...rest) {
        if (state[slow] && request.method !== 'OPTIONS')
          await delay(slowBy, undefined, { signal: request.signal }).catch(() => undefined)
        if (state[down]) return unavailable()
        const response = await service.fetch(request, ...rest)
        return isStream(response) ? cutShort(response, cutBy(down)) : response
      },
    }),
    starve: (compute) => ({
      ...compute,
      start(workflow) {
        if (!state.outOfMemory) return compute.start(workflow)
        const jobs = compute.start(starveAlgorithm(workflow))
        state.outOfMemory = false
        return jobs
      },
    }),
    control: (service) => createFaultControl({ service, faults }),
  }
  return faults
}

/** Without leave for other origins, so that a browser sees what it sees when nothing answers. */
const unavailable = () => new Response('The development network was told to be down.\n', { status: 503 })

const isStream = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/event-stream') ?? false

/** The same answer, which breaks off when the signal says so. */
function cutShort(response: Response, signal: AbortSignal): Response {
  const body = response.body?.pipeThrough(new TransformStream(), { signal })
  return body ? new Response(body, response) : response
}
