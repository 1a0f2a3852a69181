import type { Checkpoint, FlowEvent } from '../types/flow'

/** Where a flow stands after one more event. Pure; nothing that expires is kept. */
export function foldFlow(checkpoint: Checkpoint | undefined, event: FlowEvent): Checkpoint {
  const current = checkpoint ?? { version: 1, steps: {} }
  if (event.type !== 'step') return current
  const { step } = event
  const set = (value: Checkpoint['steps'][string]): Checkpoint => ({
    version: 1,
    steps: { ...current.steps, [step]: value },
  })
  const before = current.steps[step]
  if (event.status === 'signing' && event.nonce !== undefined) {
    return set({ nonce: event.nonce, ...(event.call === undefined ? {} : { call: event.call }) })
  }
  if (event.status === 'signing' && event.batch !== undefined) return set({ batch: event.batch })
  if (event.status === 'mining') {
    return set({ hash: event.hash, ...(event.nonce === undefined ? {} : { nonce: event.nonce }) })
  }
  if (event.status === 'dropped') return set({})
  if (event.status === 'done') {
    return set({
      ...(before?.hash ? { hash: before.hash } : {}),
      ...(event.value === undefined ? {} : { value: event.value }),
      done: true,
    })
  }
  return current
}
