import type { Hex } from 'viem'

/** One compute environment on the wire, without `feeToken`, which the Provider adds per chain. */
export type ComputeEnvironment = {
  id: string
  cpuNumber: number
  cpuType: string
  gpuNumber: number
  gpuType: string
  ramGB: number
  diskGB: number
  /** Price per minute in whole fee tokens. 0 is free. */
  priceMin: number
  desc: string
  currentJobs: number
  maxJobs: number
  /** Identity under which a job downloads its data; orders name it as consumer. */
  consumerAddress: string
  /** Seconds results are kept; 0 is for ever. */
  storageExpiry: number
  /** Seconds an algorithm may run. */
  maxJobDuration: number
  /** Unix seconds with fraction. */
  lastSeen: string
}

export type AlgorithmContainer = { entrypoint: string; image: string; tag: string; checksum: string }

/** The workflow's single stage as the operator service takes it (provider-aquarius specification 8.2). */
export type ComputeWorkflow = {
  /** Transaction of the order that covered the fee. */
  agreementId: string
  owner: string
  chainId: number
  environment: string
  /** Unix seconds until which the provider fee is paid. */
  validUntil: number
  inputs: { id: string; serviceEndpoint: string; txId: string; serviceId: string; userdata?: unknown }[]
  algorithm: {
    /** `''` for a raw algorithm. */
    id: string
    rawcode?: string
    url?: string
    container: AlgorithmContainer
    remote?: { serviceEndpoint: string; txId: string; serviceId: string }
    algocustomdata?: unknown
  }
}

export type JobResultEntry = { filename: string; filesize: number; type: string }

/** A job on the wire (provider-aquarius specification 6.6). */
export type ComputeJobStatus = {
  agreementId: string
  jobId: string
  owner: string
  status: number
  statusText: string
  dateCreated: string
  dateFinished: string | null
  results: JobResultEntry[] | ''
  stopreq: number
  removed: number
  algoDID: string
  inputDID: string[]
}

export type JobEvent =
  | { id: string; type: 'status'; job: ComputeJobStatus; timestamp: number }
  | { id: string; type: 'log'; source: string; text: string; timestamp: number }

export type ResultFile = { filename: string; size: number; sha256: Hex; path: string; contentType: string }

/** What the Provider needs of a compute backend. `ComputeRequestError` carries the status and text to relay. */
export type ComputeBackend = {
  environments(chainId: number): ComputeEnvironment[]
  /** Durable before it returns. */
  start(workflow: ComputeWorkflow): ComputeJobStatus[]
  status(filter: { owner?: string; jobId?: string; agreementId?: string }): ComputeJobStatus[]
  stop(filter: { owner: string; jobId?: string }): ComputeJobStatus[]
  result(request: { owner: string; jobId: string; index: number }): ResultFile
  /** Past events after `after` (all when absent), then live ones until the job has ended or `signal` aborts. */
  events(request: { owner: string; jobId: string; after?: string; signal: AbortSignal }): AsyncIterable<JobEvent>
  /** Why this container cannot run here, or undefined when it can: asked before anybody pays. */
  refuses(container: AlgorithmContainer): string | undefined
  /** Resolves when no job is queued or running. */
  idle(): Promise<void>
  close(): Promise<void>
}

export class ComputeRequestError extends Error {
  override readonly name = 'ComputeRequestError'
  readonly status: 400 | 404 | 503

  constructor(status: 400 | 404 | 503, message: string) {
    super(message)
    this.status = status
  }
}
