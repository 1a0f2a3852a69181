import type { ComputeCodeKind } from './computeCodeCatalogue'
import { OceanError, type OceanErrorOptions } from './OceanError'

/** About compute environments and jobs. */
export class ComputeError extends OceanError {
  override name = 'ComputeError'
}

/** The Provider refused a job, with a code of the protocol. */
export class ComputeRefusedError extends ComputeError {
  override name = 'ComputeRefusedError'
  /** What the code is about: `dataset`, `algorithm`, `datasets[1].serviceId`… */
  readonly resource: string
  /** As on the wire. */
  readonly code: string
  readonly kind: ComputeCodeKind

  constructor({
    resource,
    code,
    kind,
    ...options
  }: OceanErrorOptions & { resource: string; code: string; kind: ComputeCodeKind }) {
    super('The Provider does not accept this job.', {
      ...options,
      details: undefined,
      metaMessages: [`${resource}: ${code}`],
    })
    this.resource = resource
    this.code = code
    this.kind = kind
  }
}

export class EnvironmentNotFoundError extends ComputeError {
  override name = 'EnvironmentNotFoundError'

  constructor({ environmentId }: { environmentId: string }) {
    super('The compute environment does not exist.', { metaMessages: [`Environment: ${environmentId}`] })
  }
}

/** It cannot be known whether the job has been started; it is looked up before anything is tried again. */
export class JobOutcomeUnknownError extends ComputeError {
  override name = 'JobOutcomeUnknownError'

  constructor({ cause }: { cause: unknown }) {
    super('The Provider did not say whether the job has been started.', {
      cause,
      metaMessages: ['The orders stay valid. Start again: the job is looked up first, nothing is paid twice.'],
    })
  }
}

export class JobNotFoundError extends ComputeError {
  override name = 'JobNotFoundError'

  constructor({ jobId }: { jobId: string }) {
    super('The Provider does not know this job.', { metaMessages: [`Job: ${jobId}`] })
  }
}

/** The Provider cannot run jobs at all. */
export class ComputeUnsupportedError extends ComputeError {
  override name = 'ComputeUnsupportedError'

  constructor({ url, cause }: { url: string; cause?: unknown }) {
    super('This Provider runs no jobs.', { cause, metaMessages: [`Provider: ${url}`] })
  }
}
