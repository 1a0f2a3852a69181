import type { ComputeJob } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, typescriptHeader } from './code'

export type BuildJobCodeParameters = {
  network: CodeNetwork
  /** Where the job runs, which need not be the network's usual Provider. */
  providerUrl: string
  job: Pick<ComputeJob, 'jobId' | 'ended' | 'datasetDids'>
}

/** Stopping a job that runs, waiting for its end, and fetching its logs and results, as code. */
export function buildJobCode({ network, providerUrl, job }: BuildJobCodeParameters): Code {
  const { jobId, ended, datasetDids } = job
  const [dataset = ''] = datasetDids
  const imports = [
    'createAuthToken',
    'getComputeJob',
    'getComputeResult',
    'watchComputeEvents',
    ...(ended ? [] : ['stopComputeJob']),
  ]
  return {
    python: `${pythonHeader(network, 'bob')}
import sys
import time

job_id = ${quote(jobId)}
dataset = ocean.assets.resolve(${quote(dataset)})
compute_service = next(s for s in dataset.services if s.type == "compute")
${ended ? '' : `if "--stop" in sys.argv:  # what it has written so far is kept\n    ocean.compute.stop(dataset, compute_service, job_id, bob)\n`}status = ocean.compute.status(dataset, compute_service, job_id, bob)
while not status.get("dateFinished"):
    time.sleep(5)
    status = ocean.compute.status(dataset, compute_service, job_id, bob)
print(status["statusText"])
print(ocean.compute.compute_job_result_logs(dataset, compute_service, job_id, bob, "algorithmLog")[0])

# The logs count too: a file is asked for by its place in the list.
for index, entry in enumerate(status["results"] or []):
    content = ocean.compute.result(dataset, compute_service, job_id, index, bob)
    with open(os.path.basename(entry["filename"]), "wb") as file:
        file.write(content)
`,
    typescript: `${typescriptHeader({ ...network, providerUrl }, imports)}
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

const jobId = ${quote(jobId)}
const owner = account.address
await createAuthToken(client, {})
${ended ? '' : `if (process.argv.includes('--stop')) await stopComputeJob(client, { jobId }) // what it has written so far is kept\n`}for await (const event of watchComputeEvents(client, { jobId, owner })) {
  if (event.type === 'log') process.stdout.write(event.text)
  else console.log(event.job.statusText)
}
const job = await getComputeJob(client, { jobId, owner })
for (const { index, filename } of job.results) {
  const { bytes } = await getComputeResult(client, { jobId, index })
  await writeFile(basename(filename), bytes)
}
console.log(job.phase, job.results.length)
`,
  }
}
