import { openDatabase } from '@/devnet/storage/openDatabase'
import type { RunnerChoice } from '../chooseRunner'
import { createCompute } from '../createCompute'
import { computeMigrations } from '../migrations'
import type { ComputeWorkflow } from '../types'
import { testEnvironment, testKey } from './startCompute'

/** A backend in a process of its own, to be killed: starts the job it is given, if any, and prints every event of the oldest one. */
const settings = JSON.parse(process.argv[2] ?? '') as {
  folder: string
  aquariusUrl: string
  runner: RunnerChoice
  workflow?: ComputeWorkflow
}
const { folder, aquariusUrl, runner, workflow } = settings
const database = openDatabase({ file: `${folder}/compute.sqlite`, migrations: computeMigrations })
const compute = await createCompute({
  database,
  dataDirectory: folder,
  chainId: 8996,
  privateKey: testKey,
  aquariusUrl,
  runner,
  environments: [testEnvironment],
  log: (line) => process.stderr.write(`${line}\n`),
})
const owner = '0x0000000000000000000000000000000000000B0b'
if (workflow) compute.start(workflow)
const [job] = compute.status({ owner })
if (job) {
  for await (const event of compute.events({ owner, jobId: job.jobId, signal: new AbortController().signal })) {
    process.stdout.write(`${JSON.stringify(event)}\n`)
  }
}
await compute.close()
