import { describe, expect, test } from 'vitest'
import { chooseRunner } from './chooseRunner'
import type { Runner, RunnerProbe } from './runners/Runner'
import { startCompute, testEnvironment } from './tests/startCompute'

const candidate = (name: Runner['name'], probe: RunnerProbe) => ({ name, probe: async () => probe }) as Runner
const broken: RunnerProbe = { ok: false, reason: 'it is broken', fix: 'Mend it.' }
const weak: RunnerProbe = { ok: true, isolation: 'weak', description: 'nothing' }
const standard: RunnerProbe = { ok: true, isolation: 'standard', description: 'something' }
const quiet = () => undefined

describe('the runner', () => {
  test('is the first that holds', async () => {
    const candidates = [candidate('bubblewrap', broken), candidate('docker', standard)]
    expect((await chooseRunner({ choice: 'auto', candidates, log: quiet })).runner.name).toBe('docker')
  })

  test('is never the one without a sandbox unless it is asked for; then it is loud', async () => {
    const candidates = [candidate('bubblewrap', broken), candidate('docker', broken), candidate('unsafe-local', weak)]
    await expect(chooseRunner({ choice: 'auto', candidates, log: quiet })).rejects.toThrow(
      /No runner can hold.*bubblewrap: it is broken\. Mend it\..*docker: it is broken/s,
    )
    const lines: string[] = []
    const chosen = await chooseRunner({ choice: 'unsafe-local', candidates, log: (line) => lines.push(line) })
    expect(chosen.runner.name).toBe('unsafe-local')
    expect(lines.join('\n')).toMatch(/WARNING: algorithms run WITHOUT A SANDBOX/)
  })

  test('that is asked for by name is not replaced by another', async () => {
    const candidates = [candidate('bubblewrap', standard), candidate('docker', broken)]
    await expect(chooseRunner({ choice: 'docker', candidates, log: quiet })).rejects.toThrow('docker: it is broken')
  })

  test('without a sandbox runs the same algorithms, with limits it can only watch', async () => {
    const environments = [{ ...testEnvironment, maxJobDuration: 1 }]
    const compute = await startCompute({ runner: 'unsafe-local', environments })
    expect(compute.compute).toMatchObject({ runner: 'unsafe-local', isolation: 'weak' })
    const job = await compute.finish(
      compute.standIn.workflow({
        rawcode: 'open("/data/outputs/result", "w").write(open("data/transformations/algorithm").read()[:4])',
      }),
    )
    expect(job).toMatchObject({ status: 70 })
    expect((await compute.read(job, 'result')).toString('utf8')).toBe('open')
    const slow = await compute.finish(compute.standIn.workflow({ rawcode: 'import time\ntime.sleep(600)' }))
    expect(slow).toMatchObject({ status: 41, statusText: 'Algorithm stopped at its time limit of 1 s', stopreq: 2 })
    await compute.close()
  })
})
