import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startCompute, testEnvironment } from './tests/startCompute'

test('results are kept as long as the environment says, then they and the logs are gone', async () => {
  const kept = { ...testEnvironment, storageExpiry: 3600 }
  const environments = [kept]
  const compute = await startCompute({ environments })
  const job = await compute.finish(
    compute.standIn.workflow({ rawcode: 'open("/data/outputs/result", "w").write("kept")' }),
  )
  const { path, sha256, size, contentType } = compute.compute.result({ owner: job.owner, jobId: job.jobId, index: 0 })
  expect([size, contentType]).toEqual([4, 'application/octet-stream'])
  expect(sha256).toBe(`0x${createHash('sha256').update('kept').digest('hex')}`)
  await compute.reopen()
  expect(compute.job(job.jobId).removed).toBe(0)
  environments[0] = { ...kept, storageExpiry: -1 }
  await compute.reopen()
  expect(compute.job(job.jobId)).toMatchObject({ status: 70, removed: 1, results: '', dateFinished: job.dateFinished })
  expect(() => compute.compute.result({ owner: job.owner, jobId: job.jobId, index: 0 })).toThrow(
    `No results for job ${job.jobId}`,
  )
  expect(existsSync(path)).toBe(false)
  await compute.close()
})
