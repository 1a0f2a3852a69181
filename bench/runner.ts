import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { knownImages } from '@/devnet/compute/images'
import { createRunners } from '@/devnet/compute/runners/createRunners'
import type { Runner, RunnerJob } from '@/devnet/compute/runners/Runner'
import type { Report } from './report'

type Workload = { name: string; rounds: number; algorithm: string; input: string }

const gigabyte = 1 << 30
const did = 'branin'
const sample = (name: string) => readFileSync(new URL(`../public/samples/${name}`, import.meta.url), 'utf8')
const workloads: readonly Workload[] = [
  { name: 'an algorithm that does nothing', rounds: 15, algorithm: 'pass\n', input: '' },
  { name: 'gpr.py on branin.arff', rounds: 3, algorithm: sample('gpr.py'), input: sample('branin.arff') },
]

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const milliseconds = (value: number) => `${value.toFixed(0)} ms`

/** Docker's probe has its image here already; the host's Python stands in for the tutorial's. */
function imageFor(runner: Runner): { image: string; tag: string; checksum: string } {
  if (runner.name === 'docker') return { image: 'python', tag: '3-slim', checksum: '' }
  const known = knownImages.find(({ program }) => program !== 'node')
  return { image: known?.image ?? '', tag: known?.tag ?? '', checksum: known?.checksums[0] ?? '' }
}

/** Runs a workload once and returns the milliseconds from start to the last process gone, or throws what it printed. */
async function measure(runner: Runner, workload: Workload, directory: string): Promise<number> {
  for (const name of [`inputs/${did}`, 'transformations', 'ddos'])
    mkdirSync(join(directory, 'data', name), { recursive: true, mode: 0o755 })
  writeFileSync(join(directory, 'data', 'inputs', did, '0'), workload.input)
  writeFileSync(join(directory, 'data', 'transformations', 'algorithm'), workload.algorithm)
  const container = { ...imageFor(runner), entrypoint: 'python3 $ALGO' }
  let output = ''
  const job: RunnerJob = {
    jobId: directory.split('/').at(-1) ?? 'bench',
    slot: 0,
    directory,
    entrypoint: container.entrypoint,
    container,
    variables: { DIDS: JSON.stringify([did]) },
    limits: { memoryBytes: gigabyte, diskBytes: gigabyte, diskEntries: 1024, processes: 64, cpus: 1, cpuSeconds: 600 },
    onOutput: (chunk) => {
      output += Buffer.from(chunk).toString('utf8')
    },
  }
  const begun = performance.now()
  const running = await runner.start(job)
  const { code } = await running.exited
  const taken = performance.now() - begun
  await running.release()
  rmSync(directory, { recursive: true, force: true })
  if (code !== 0) throw new Error(`${runner.name} ended with ${code}: ${output}`)
  return taken
}

/** Prints what each runner that works here adds to the bare process. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-runner-'))
  chmodSync(folder, 0o755)
  try {
    const runners = createRunners({ workDirectory: join(folder, 'work'), images: knownImages, isCombined: false })
    const bare = new Map<string, number>()
    for (const runner of runners.reverse()) {
      const begun = performance.now()
      const probe = await runner.probe()
      if (!probe.ok) {
        report({ name: `${runner.name}`, value: `not here: ${probe.reason}` })
        continue
      }
      if (runner.name !== 'unsafe-local')
        report({ name: `${runner.name}: probe at start`, value: milliseconds(performance.now() - begun) })
      for (const workload of workloads) {
        const times: number[] = []
        try {
          for (let round = 0; round < workload.rounds; round++) {
            times.push(await measure(runner, workload, join(folder, 'work', `bench-${round}`)))
          }
        } catch (error) {
          if (runner.name !== 'docker') throw error
          report({ name: `docker: ${workload.name}`, value: 'not in python:3-slim, which lacks its packages' })
          continue
        }
        const taken = median(times)
        const reference = bare.get(workload.name)
        if (runner.name === 'unsafe-local') bare.set(workload.name, taken)
        report({
          name: `${runner.name === 'unsafe-local' ? 'bare process' : runner.name}: ${workload.name}`,
          value: milliseconds(taken),
          ...(reference === undefined
            ? {}
            : {
                reference: `bare process ${milliseconds(reference)}`,
                ratio: `${taken < reference ? '' : '+'}${milliseconds(taken - reference)}`,
              }),
        })
      }
      await runner.sweep(new Set())
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
