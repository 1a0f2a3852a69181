import type { Hash } from 'viem'
import { type Checkpoint, type Confirmation, type FlowEvent, foldFlow, type Json } from '@/lib/ocean'
import { checkpointStorage } from './checkpointStorage'

export type FlowStepStatus = 'waiting' | 'working' | 'signing' | 'mining' | 'done' | 'skipped' | 'dropped' | 'failed'

export type FlowStep = {
  name: string
  status: FlowStepStatus
  hash?: Hash | undefined
  value?: Json | undefined
  /** Milliseconds since the epoch at which the present status began. */
  since: number
}

export type FlowRun<T = unknown> = {
  status: 'idle' | 'resumable' | 'running' | 'done' | 'failed'
  /** Every prompt of this run, known before the first one. */
  plan: readonly Confirmation[] | undefined
  steps: readonly FlowStep[]
  error: unknown
  result: T | undefined
}

/** Starts the generator of one flow. */
export type StartFlow<T> = (options: {
  checkpoint: Checkpoint | undefined
  signal: AbortSignal
}) => AsyncGenerator<FlowEvent, T> | Promise<AsyncGenerator<FlowEvent, T>>

/** Raised when another tab of this browser runs the same flow. */
export class FlowRunsElsewhereError extends Error {
  override name = 'FlowRunsElsewhereError'
}

const idle: FlowRun = { status: 'idle', plan: undefined, steps: [], error: undefined, result: undefined }

type Entry = {
  run: FlowRun
  checkpoint: Checkpoint
  controller: AbortController | undefined
  listeners: Set<() => void>
}
const entries = new Map<string, Entry>()

/** Running flows of this page. They outlive the component that started them. */
export const flowStore = {
  getServerSnapshot: (): FlowRun => idle,
  getSnapshot: (key: string): FlowRun => open(key).run,
  subscribe(key: string, listener: () => void): () => void {
    const { listeners } = open(key)
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  async start<T>(key: string, start: StartFlow<T>): Promise<T | undefined> {
    const entry = open(key)
    if (entry.run.status === 'running') return undefined
    const controller = new AbortController()
    entry.controller = controller
    const steps = entry.run.steps.filter((step) => step.status === 'done' || step.status === 'skipped')
    update(entry, { status: 'running', plan: undefined, steps, error: undefined, result: undefined })
    try {
      const result = await exclusively(key, async () => {
        const generator = await start({ checkpoint: entry.checkpoint, signal: controller.signal })
        return consume(entry, key, generator)
      })
      entry.checkpoint = { version: 1, steps: {} }
      update(entry, { status: 'done', result })
      // Whoever listens has kept the result by then; a page closed in between still finds the run finished.
      await new Promise((resolve) => setTimeout(resolve))
      checkpointStorage.remove(key)
      return result
    } catch (error) {
      const failed = entry.run.steps.map((step) => (isActive(step) ? changed(step, { status: 'failed' }) : step))
      update(entry, { status: 'failed', error, steps: failed })
      return undefined
    } finally {
      entry.controller = undefined
    }
  },
  /** The prompt a running flow waits for, if any: what the wallet is asked for right now. */
  getSigning(): Confirmation | undefined {
    for (const { run } of entries.values()) {
      const step = run.status === 'running' ? run.steps.find(({ status }) => status === 'signing') : undefined
      const confirmation = step && run.plan?.find((planned) => planned.step === step.name)
      if (confirmation) return confirmation
    }
    return undefined
  },
  stop(key: string): void {
    open(key).controller?.abort()
  },
  discard(key: string): void {
    const entry = open(key)
    entry.controller?.abort()
    checkpointStorage.remove(key)
    entry.checkpoint = { version: 1, steps: {} }
    update(entry, idle)
  },
}

async function consume<T>(entry: Entry, key: string, generator: AsyncGenerator<FlowEvent, T>): Promise<T> {
  for (;;) {
    const next = await generator.next()
    if (next.done) return next.value
    const event = next.value
    entry.checkpoint = foldFlow(entry.checkpoint, event)
    if (event.type === 'plan') update(entry, { plan: event.confirmations })
    else {
      checkpointStorage.save(key, entry.checkpoint)
      update(entry, { steps: applyEvent(entry.run.steps, event) })
    }
  }
}

/** Puts an event into the list of steps; a step keeps the place where it was first seen. */
export function applyEvent(steps: readonly FlowStep[], event: Extract<FlowEvent, { type: 'step' }>): FlowStep[] {
  const known = steps.find((step) => step.name === event.step)
  const next: FlowStep = {
    ...known,
    name: event.step,
    // A step that was done in an earlier run stays done, rather than "not needed".
    status: event.status === 'skipped' && known?.status === 'done' ? 'done' : event.status,
    since: known?.status === event.status ? known.since : Date.now(),
    ...(event.status === 'mining' ? { hash: event.hash } : {}),
    ...(event.status === 'done' ? { value: event.value } : {}),
  }
  return known ? steps.map((step) => (step === known ? next : step)) : [...steps, next]
}

function open(key: string): Entry {
  const existing = entries.get(key)
  if (existing) return existing
  const checkpoint = checkpointStorage.load(key) ?? { version: 1, steps: {} }
  const steps = Object.entries(checkpoint.steps).map(
    ([name, step]): FlowStep => ({
      name,
      status: step.done ? 'done' : 'waiting',
      hash: step.hash,
      value: step.value,
      since: 0,
    }),
  )
  const resumable = Object.values(checkpoint.steps).some(
    (step) => step.hash || step.done || step.nonce !== undefined || step.batch,
  )
  const run: FlowRun = resumable ? { ...idle, status: 'resumable', steps } : idle
  const entry: Entry = { run, checkpoint, controller: undefined, listeners: new Set() }
  entries.set(key, entry)
  return entry
}

function update(entry: Entry, change: Partial<FlowRun>): void {
  entry.run = { ...entry.run, ...change }
  for (const listener of entry.listeners) listener()
}

function changed(step: FlowStep, change: Partial<FlowStep>): FlowStep {
  return { ...step, ...change, since: Date.now() }
}

function isActive(step: FlowStep): boolean {
  return step.status === 'working' || step.status === 'signing' || step.status === 'mining'
}

/** One run at a time over all tabs, so that nothing is sent twice. */
async function exclusively<T>(key: string, task: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return task()
  return navigator.locks.request(`oc:flow:${key}`, { ifAvailable: true }, (lock) => {
    if (!lock) throw new FlowRunsElsewhereError('The flow runs in another tab.')
    return task()
  })
}
