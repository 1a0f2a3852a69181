'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import type { ComputeEvent, ComputeJob, ComputePhase } from '@/lib/ocean'
import { watchComputeEvents } from '@/lib/ocean'
import { appendLog, emptyLog, type LogBuffer } from './model/logBuffer'
import type { MonitoredJob } from './model/MonitoredJob'
import { addPhase, type PhaseEntry } from './model/timeline'

export type JobEvents = {
  /** Phases with the moment each began, as far as that is known. */
  phases: readonly PhaseEntry[]
  /** What the algorithm has printed so far. */
  log: LogBuffer
  /** Whether log lines come while the job runs. */
  live: boolean
}

type Action =
  | { type: 'reset' }
  | { type: 'events'; events: readonly ComputeEvent[] }
  | { type: 'phase'; entry: PhaseEntry }

const ends: readonly ComputePhase[] = ['succeeded', 'failed', 'stopped', 'timedOut']
const nothing: JobEvents = { phases: [], log: emptyLog, live: false }

/**
 * What happens to a job while it is looked at: phases with their beginnings, and log lines where the Provider streams them to the
 * session's owner. Changes of the job itself are put where `useJobs` finds them.
 */
export function useJobEvents(monitored: MonitoredJob | undefined, session: boolean): JobEvents {
  const queries = useQueryClient()
  const [state, dispatch] = useReducer(reduce, nothing)
  const { client, providerUrl } = monitored ?? {}
  const { jobId, owner, phase } = monitored?.job ?? {}

  useEffect(() => {
    if (!phase || ends.includes(phase)) return
    dispatch({ type: 'phase', entry: { phase, at: undefined } })
  }, [phase])

  useEffect(() => {
    if (!client || !providerUrl || !jobId || !owner || !session) return
    const controller = new AbortController()
    const { signal } = controller
    dispatch({ type: 'reset' })
    const watch = async () => {
      let waiting: ComputeEvent[] = []
      const flush = () => {
        const events = waiting
        waiting = []
        if (!signal.aborted) dispatch({ type: 'events', events })
      }
      for await (const event of watchComputeEvents(client, { providerUrl, owner, jobId, signal })) {
        if (waiting.length === 0) setTimeout(flush, 50)
        waiting.push(event)
        if (event.type !== 'job') continue
        const key = ['ocean', client.network.chainId, 'jobs']
        queries.setQueriesData<ComputeJob[]>({ queryKey: key }, (jobs) => jobs?.map((job) => newer(job, event.job)))
      }
    }
    // A stream that breaks is no failure of the page: the job itself is asked for all the time.
    watch().catch(() => undefined)
    return () => controller.abort()
  }, [client, providerUrl, jobId, owner, session, queries])

  return state
}

/** A replayed event must not take an ended job back. */
function newer(known: ComputeJob, told: ComputeJob): ComputeJob {
  if (known.jobId !== told.jobId || known.ended) return known
  return told.ended || told.status >= known.status ? told : known
}

function reduce(state: JobEvents, action: Action): JobEvents {
  switch (action.type) {
    case 'reset':
      return nothing
    case 'phase': {
      const at = state.phases.length > 0 ? Date.now() : undefined
      return { ...state, phases: addPhase(state.phases, { ...action.entry, at }) }
    }
    case 'events':
      return action.events.reduce(addEvent, state)
  }
}

function addEvent(state: JobEvents, event: ComputeEvent): JobEvents {
  if (event.type === 'log') {
    const isAlgorithm = event.source === '' || event.source.startsWith('algorithm')
    return {
      ...state,
      live: true,
      log: isAlgorithm ? appendLog(state.log, event.text, event.timestamp?.getTime()) : state.log,
    }
  }
  const { phase } = event.job
  const live = state.live || event.id !== undefined
  if (ends.includes(phase)) return { ...state, live }
  return { ...state, live, phases: addPhase(state.phases, { phase, at: event.timestamp?.getTime() }) }
}
