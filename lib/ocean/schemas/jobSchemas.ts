import type { Hex } from 'viem'
import { z } from 'zod/mini'
import type { ComputeJob, ComputeResultType } from '../types/provider'
import { getComputePhase } from '../utils/getComputePhase'
import { addressSchema, looseNumberSchema, optionalTextSchema, secondsSchema } from './primitives'

const resultTypes: Record<string, ComputeResultType> = {
  output: 'output',
  algorithmLog: 'algorithmLog',
  configrationLog: 'configurationLog',
  configurationLog: 'configurationLog',
  publishLog: 'publishLog',
  filteringLog: 'filteringLog',
}

const resultSchema = z.looseObject({
  filename: z._default(z.string(), ''),
  filesize: z._default(looseNumberSchema, 0),
  type: z._default(z.string(), ''),
})

/** One job as the wire has it, in our words. `results` is empty text until there are any. */
export const jobSchema = z.pipe(
  z.looseObject({
    agreementId: z._default(z.string(), ''),
    jobId: z.string().check(z.minLength(1)),
    owner: addressSchema,
    status: looseNumberSchema,
    statusText: z._default(z.string(), ''),
    dateCreated: z.optional(secondsSchema),
    dateFinished: z.optional(secondsSchema),
    results: z.optional(z.union([z.array(resultSchema), z.string(), z.null()])),
    stopreq: z._default(looseNumberSchema, 0),
    algoDID: z.optional(optionalTextSchema),
    inputDID: z.optional(z.union([z.array(z.string()), z.string(), z.null()])),
  }),
  z.transform((job): ComputeJob => {
    const results = (Array.isArray(job.results) ? job.results : []).map((result, index) => ({
      index,
      filename: result.filename,
      size: result.filesize,
      type: resultTypes[result.type] ?? ('other' as const),
    }))
    const ended = job.dateFinished !== undefined
    return {
      jobId: job.jobId,
      agreementId: job.agreementId as Hex,
      owner: job.owner,
      status: job.status,
      statusText: job.statusText.trim(),
      phase: getComputePhase({
        status: job.status,
        ended,
        stopRequest: job.stopreq,
        hasOutput: results.some((result) => result.type === 'output'),
      }),
      ended,
      dateCreated: job.dateCreated,
      dateFinished: job.dateFinished,
      results,
      stopRequested: job.stopreq === 1,
      algorithmDid: job.algoDID === 'raw' ? undefined : job.algoDID,
      datasetDids: Array.isArray(job.inputDID) ? job.inputDID : job.inputDID ? [job.inputDID] : [],
    }
  }),
)

export const jobsSchema = z.array(jobSchema)

/** Answer of a start or stop: one job or a list. */
export const startedJobsSchema = z.union([
  jobsSchema,
  z.pipe(
    jobSchema,
    z.transform((job) => [job]),
  ),
])

/** `data:` of a `log` event of the live stream. */
export const logEventSchema = z.object({
  source: z._default(z.string(), ''),
  text: z.string(),
  timestamp: z.optional(looseNumberSchema),
})
