import type { OceanClient } from '../types/client'

/** Runs `task` after the tasks queued under the same name have settled. */
export function enqueue<T>(client: Pick<OceanClient, 'queues'>, name: string, task: () => Promise<T>): Promise<T> {
  const previous = client.queues.get(name) ?? Promise.resolve()
  const result = previous.then(task, task)
  const settled = result.then(
    () => undefined,
    () => undefined,
  )
  client.queues.set(name, settled)
  return result
}
