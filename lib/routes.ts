import type { Route } from 'next'

/** The choice made so far in the flow; it travels in the URL. */
export type FlowChoice = { dataset?: string | undefined; algorithm?: string | undefined }

/** A job that another one is to be like: its number and whose it is. */
export type EarlierJobReference = { like: string; owner: string }

/** Every address inside the app. Components link through these only. */
export const routes = {
  home: (): Route => '/',
  publish: (choice: FlowChoice = {}): Route => withChoice('/publish', choice),
  allow: (choice: FlowChoice = {}): Route => withChoice('/allow', choice),
  acquire: (choice: FlowChoice = {}): Route => withChoice('/acquire', choice),
  compute: (choice: FlowChoice = {}): Route => withChoice('/compute', choice),
  /** A job like an earlier one: with its assets, and everything else that is known of it. */
  computeLike: (choice: FlowChoice & EarlierJobReference): Route => withQuery('/compute', choice),
  monitor: (choice: FlowChoice = {}): Route => withChoice('/monitor', choice),
  job: (jobId: string): Route => `/monitor/${encodeURIComponent(jobId)}` as Route,
  assets: (filters: Record<string, string | undefined> = {}): Route => withQuery('/assets', filters),
  asset: (did: string, filters: Record<string, string | undefined> = {}): Route =>
    withQuery(`/assets/${encodeURIComponent(did).replaceAll('%3A', ':')}`, filters),
}

const didPattern = /^did:op:[0-9a-f]{64}$/

/** Reads the flow's choice from search parameters; what is not a DID is dropped. */
export function parseFlowChoice(parameters: { get(name: string): string | null }): FlowChoice {
  const read = (name: string) => {
    const value = parameters.get(name)
    return value && didPattern.test(value) ? value : undefined
  }
  return { dataset: read('dataset'), algorithm: read('algorithm') }
}

/** Reads which job another one is to be like. */
export function parseEarlierJob(parameters: { get(name: string): string | null }): EarlierJobReference | undefined {
  const [like, owner] = [parameters.get('like') ?? '', parameters.get('owner') ?? '']
  return /^[\w-]{1,128}$/.test(like) && /^0x[0-9a-fA-F]{40}$/.test(owner) ? { like, owner } : undefined
}

function withChoice(path: string, choice: FlowChoice): Route {
  return withQuery(path, { dataset: choice.dataset, algorithm: choice.algorithm })
}

function withQuery(path: string, query: Record<string, string | undefined>): Route {
  const parameters = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = parameters.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%3A', ':')}`,
  )
  return (text.length === 0 ? path : `${path}?${text.join('&')}`) as Route
}
