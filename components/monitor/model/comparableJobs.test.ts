import { expect, test } from 'vitest'
import { comparableJobs } from './comparableJobs'
import type { MonitoredJob } from './MonitoredJob'

const output = { index: 0, filename: 'result', size: 1, type: 'output' as const }
const create = (jobId: string, change: Partial<MonitoredJob['job']> = {}, providerUrl = 'http://one') =>
  ({
    providerUrl,
    network: { chainId: 8996 },
    job: { jobId, phase: 'succeeded', algorithmDid: 'did:op:a', results: [output], ...change },
  }) as MonitoredJob

test('finished jobs with a result at the same Provider are offered, the same algorithm first', () => {
  const offered = comparableJobs(create('this'), [
    create('this'),
    create('other algorithm', { algorithmDid: 'did:op:b' }),
    create('failed', { phase: 'failed' }),
    create('log only', { results: [{ ...output, type: 'algorithmLog' }] }),
    create('elsewhere', {}, 'http://two'),
    create('newer'),
    create('older'),
  ])
  expect(offered.map(({ job }) => job.jobId)).toEqual(['newer', 'older', 'other algorithm'])
})
