import type { ParameterValues } from './startedJobs'

/** What a job is started with, as far as it can be told. */
export type LaunchFacts = {
  dataset: string | undefined
  algorithm: string | undefined
  environment: string | undefined
  /** Seconds; absent when what the environment needs is paid for. */
  duration?: number | undefined
  userdata?: ParameterValues | undefined
  algocustomdata?: ParameterValues | undefined
}

export type LaunchDifference = {
  what: 'dataset' | 'algorithm' | 'environment' | 'duration' | 'userdata' | 'algocustomdata'
  /** Name of the parameter. */
  name?: string
  before: string | undefined
  after: string | undefined
}

const single = ['dataset', 'algorithm', 'environment', 'duration'] as const
const groups = ['userdata', 'algocustomdata'] as const

/** Where a job that is about to be started differs from an earlier one; what is not known of that one is passed over. */
export function compareLaunches(
  before: LaunchFacts,
  after: LaunchFacts,
  { parameters }: { parameters: boolean },
): LaunchDifference[] {
  const text = (value: unknown) => (value === undefined ? undefined : String(value))
  const plain = single
    .filter((what) => (what === 'duration' ? parameters : before[what] !== undefined))
    .map((what) => ({ what, before: text(before[what]), after: text(after[what]) }))
  const named = parameters
    ? groups.flatMap((what) =>
        [...new Set([...Object.keys(before[what] ?? {}), ...Object.keys(after[what] ?? {})])].map((name) => ({
          ...{ what, name, before: text(before[what]?.[name]), after: text(after[what]?.[name]) },
        })),
      )
    : []
  return [...plain, ...named].filter((row) => row.before !== row.after)
}
