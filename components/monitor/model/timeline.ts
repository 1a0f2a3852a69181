import type { ComputeJob, ComputePhase } from '@/lib/ocean'

/** A phase the job was seen to enter. `at` is absent when it was over before anybody looked. */
export type PhaseEntry = { phase: ComputePhase; at: number | undefined }

export type TimelineItem = {
  phase: ComputePhase
  state: 'passed' | 'current' | 'pending' | 'end'
  /** Seconds; `undefined` when unknown. */
  duration: number | undefined
  startedAt: number | undefined
}

const usual: readonly ComputePhase[] = ['queued', 'provisioning', 'running', 'publishing']
const order: readonly ComputePhase[] = ['queued', 'starting', 'provisioning', 'running', 'filtering', 'publishing']

/** The phases of a job in order, with the durations that are known. */
export function timeline(job: ComputeJob, entries: readonly PhaseEntry[]): TimelineItem[] {
  const entered = new Map(entries.map(({ phase, at }) => [phase, at]))
  const finished = job.dateFinished?.getTime()
  const startOf = (phase: ComputePhase) =>
    entered.get(phase) ?? (phase === 'queued' ? job.dateCreated?.getTime() : undefined)
  const current = job.ended ? undefined : job.phase
  const reached = current ? order.indexOf(current) : order.length
  const listed = order.filter(
    (phase) => entered.has(phase) || phase === current || (current ? usual.includes(phase) : phase === 'queued'),
  )
  const items = listed.map((phase, index): TimelineItem => {
    const next = listed[index + 1]
    const startedAt = startOf(phase)
    const endedAt = next ? startOf(next) : finished
    return {
      phase,
      state: phase === current ? 'current' : order.indexOf(phase) < reached ? 'passed' : 'pending',
      duration:
        startedAt === undefined || endedAt === undefined ? undefined : Math.max(0, (endedAt - startedAt) / 1000),
      startedAt,
    }
  })
  if (!job.ended) return items
  const watched = entries.some(({ at }) => at !== undefined)
  return [...(watched ? items : []), { phase: job.phase, state: 'end', duration: undefined, startedAt: finished }]
}

/** Adds what an event says to what is known. */
export function addPhase(entries: readonly PhaseEntry[], entry: PhaseEntry): readonly PhaseEntry[] {
  const known = entries.find(({ phase }) => phase === entry.phase)
  if (!known) return [...entries, entry]
  if (known.at !== undefined || entry.at === undefined) return entries
  return entries.map((other) => (other === known ? entry : other))
}
