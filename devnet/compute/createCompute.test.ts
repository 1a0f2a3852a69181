import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alice, bob, didOf } from './tests/createStandIn'
import { startCompute, type TestCompute } from './tests/startCompute'

const dataset = didOf('numbers')
const second = didOf('more numbers')
const algorithm = didOf('layout')

const layout = `
import json, os, sys
def tree(top):
    found = []
    for folder, _, files in os.walk(top):
        for name in files:
            path = os.path.join(folder, name)
            found.append([os.path.relpath(path, top), open(path).read()])
    return sorted(found)
report = {
    "inputs": tree("/data/inputs"),
    "ddos": sorted(os.listdir("/data/ddos")),
    "transformations": sorted(os.listdir("/data/transformations")),
    "relative": open("data/inputs/%s/0" % json.loads(os.environ["DIDS"])[0]).read(),
    "variables": {name: os.environ.get(name) for name in ("DIDS", "TRANSFORMATION_DID", "VOLUME", "INPUTS", "OUTPUTS", "LOGS")},
    "secret": os.environ["secret"],
    "argv": sys.argv,
}
print("hello from the algorithm")
print("a complaint", file=sys.stderr)
with open("/data/outputs/report.json", "w") as file:
    json.dump(report, file)
with open("/data/logs/own.log", "w") as file:
    file.write("kept")
with open("/data/logs/algorithm.log", "w") as file:
    file.write("forged")
`

let compute: TestCompute

beforeAll(async () => {
  compute = await startCompute()
  compute.standIn.assets.set(dataset, { files: ['1 2 3', 'second file'], type: 'compute' })
  compute.standIn.assets.set(second, { files: ['4 5 6'] })
  compute.standIn.assets.set(algorithm, { files: [layout, '# helper'], metadata: { type: 'algorithm' } })
})
afterAll(() => compute.close())

describe('a job', () => {
  test('finds its data where the operator engine puts it', async () => {
    const workflow = compute.standIn.workflow({ datasets: [dataset, second], algorithm, algocustomdata: { depth: 3 } })
    const job = await compute.finish(workflow)
    expect(job).toMatchObject({
      agreementId: workflow.agreementId,
      owner: bob,
      status: 70,
      statusText: 'Job finished',
      stopreq: 0,
      removed: 0,
      algoDID: algorithm,
      inputDID: [dataset, second],
    })
    const report = JSON.parse((await compute.read(job, 'report.json')).toString('utf8'))
    expect(report.inputs).toEqual(
      [
        ['algoCustomData.json', '{"depth":3}'],
        [`${dataset.slice(7)}/0`, '1 2 3'],
        [`${dataset.slice(7)}/1`, 'second file'],
        [`${second.slice(7)}/0`, '4 5 6'],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
    expect(report.ddos).toEqual([dataset, second, algorithm].map((did) => did.slice(7)).sort())
    expect(report.transformations).toEqual(['1', 'algorithm'])
    expect(report.relative).toBe('1 2 3')
    expect(report.variables).toEqual({
      DIDS: JSON.stringify([dataset.slice(7), second.slice(7)]),
      TRANSFORMATION_DID: algorithm.slice(7),
      VOLUME: '/data',
      INPUTS: '/data/inputs',
      OUTPUTS: '/data/outputs',
      LOGS: '/data/logs',
    })
    expect(report.secret).toMatch(/^[0-9a-f]{32}$/)
    expect(report.argv).toEqual(['/data/transformations/algorithm'])
  })

  test('is listed with its outputs first and its three logs last, and dates only at its end', async () => {
    const [started] = compute.compute.start(compute.standIn.workflow({ datasets: [dataset], algorithm }))
    expect(started).toMatchObject({ status: 1, statusText: 'Warming up', results: '', dateFinished: null })
    expect(started?.jobId).toMatch(/^[0-9a-f]{32}$/)
    expect(started?.dateCreated).toMatch(/^\d{10}\.\d{6}$/)
    const seen: [number, string, boolean][] = []
    const signal = new AbortController().signal
    for await (const event of compute.compute.events({ owner: bob, jobId: started?.jobId ?? '', signal })) {
      if (event.type === 'status') seen.push([event.job.status, event.job.statusText, event.job.dateFinished !== null])
    }
    expect(seen).toEqual([
      [1, 'Warming up', false],
      [20, 'Configuring volumes', false],
      [30, 'Provisioning success', false],
      [40, 'Running algorithm ', false],
      [60, 'Publishing results', false],
      [70, 'Job finished', true],
    ])
    const job = compute.job(started?.jobId ?? '')
    expect(job.dateFinished).toMatch(/^\d{10}\.\d{6}$/)
    expect(job.results).toMatchObject([
      { filename: 'report.json', type: 'output' },
      { filename: 'own.log', filesize: 4, type: 'output' },
      { filename: 'algorithm.log', type: 'algorithmLog' },
      { filename: 'configure.log', type: 'configrationLog' },
      { filename: 'publish.log', type: 'publishLog' },
    ])
    expect((await compute.read(job, 'algorithm.log')).toString('utf8')).toBe('hello from the algorithm\na complaint\n')
    expect((await compute.read(job, 'configure.log')).toString('utf8')).toContain(
      `Downloaded file 1 of ${dataset}: 11 bytes.`,
    )
  })

  test('may be raw code', async () => {
    const job = await compute.finish(
      compute.standIn.workflow({ datasets: [dataset], rawcode: 'print("raw code runs")' }),
    )
    expect(job).toMatchObject({ status: 70, algoDID: '' })
    expect((await compute.read(job, 'algorithm.log')).toString('utf8')).toBe('raw code runs\n')
  })

  test('belongs to its owner alone', async () => {
    const job = await compute.finish(compute.standIn.workflow({ rawcode: 'print("mine only")' }))
    const { jobId } = job
    const refusal = { name: 'ComputeRequestError', status: 404, message: `Owner ${alice} mismatch for job ${jobId}` }
    expect(() => compute.compute.result({ owner: alice, jobId, index: 0 })).toThrow(expect.objectContaining(refusal))
    expect(() => compute.compute.events({ owner: alice, jobId, signal: new AbortController().signal })).toThrow(
      expect.objectContaining(refusal),
    )
    expect(compute.compute.status({ owner: alice, jobId })).toEqual([])
    expect(compute.compute.status({ owner: bob.toLowerCase(), jobId })).toEqual([job])
    const bad = (index: number) => () => compute.compute.result({ owner: bob, jobId, index })
    expect(bad(-1)).toThrow('Negative index -1')
    expect(bad(3)).toThrow('No such index 3 in this compute job')
  })
})
