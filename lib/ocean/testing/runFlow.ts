import { foldFlow } from '../flows/foldFlow'
import type { Checkpoint, Confirmation, FlowEvent } from '../types/flow'

export type FlowRun<T> = {
  value: T | undefined
  error: unknown
  checkpoint: Checkpoint
  plan: Confirmation[]
  /** `step status`, in order. */
  trace: string[]
}

/** Runs a flow to its end, or until `stop` says so, the way a page does: every event is folded before the next is asked for. */
export async function runFlow<T>(
  flow: AsyncGenerator<FlowEvent, T>,
  options: { checkpoint?: Checkpoint; stop?: (line: string) => boolean } = {},
): Promise<FlowRun<T>> {
  const run: FlowRun<T> = {
    value: undefined,
    error: undefined,
    checkpoint: options.checkpoint ?? { version: 1, steps: {} },
    plan: [],
    trace: [],
  }
  try {
    for (;;) {
      const next = await flow.next()
      if (next.done) {
        run.value = next.value
        return run
      }
      const event = next.value
      run.checkpoint = JSON.parse(JSON.stringify(foldFlow(run.checkpoint, event)))
      if (event.type === 'plan') {
        run.plan = event.confirmations
        continue
      }
      const line = `${event.step} ${event.status}`
      run.trace.push(line)
      if (options.stop?.(line)) {
        await flow.return(undefined as T)
        return run
      }
    }
  } catch (error) {
    run.error = error
    return run
  }
}
