import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runTool } from '../runners/runTool'
import { didOf } from '../tests/createStandIn'
import { startCompute, type TestCompute, testEnvironment } from '../tests/startCompute'
import type { ComputeJobStatus } from '../types'

const sample = (name: string) => readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url))
const parameters = [
  { name: 'filter', type: 'select', label: 'Filter', required: false, description: 'What to do', default: 'grayscale' },
  { name: 'radius', type: 'number', label: 'Radius', required: false, description: 'How strongly', default: '2' },
]

let compute: TestCompute

beforeAll(async () => {
  compute = await startCompute({ environments: [{ ...testEnvironment, ramGB: 1 }] })
  for (const name of ['branin.arff', 'iris.csv', 'peppers.png']) {
    compute.standIn.assets.set(didOf(name), { files: [sample(name)], type: 'compute' })
  }
  for (const name of ['gpr.py', 'iris.py', 'grayscale.py', 'image_filter.py', 'linecount.py', 'failing.py']) {
    const algorithm = name === 'image_filter.py' ? { consumerParameters: parameters } : {}
    compute.standIn.assets.set(didOf(name), { files: [sample(name)], metadata: { type: 'algorithm', algorithm } })
  }
})
afterAll(() => compute.close())

const run = (dataset: string, algorithm: string, algocustomdata?: unknown) =>
  compute.finish(compute.standIn.workflow({ datasets: [didOf(dataset)], algorithm: didOf(algorithm), algocustomdata }))

/** What Python makes of a pickled array. */
async function unpickled({ owner, jobId, results }: ComputeJobStatus): Promise<{ type: string; values: number[][] }> {
  const index = results === '' ? -1 : results.findIndex(({ filename }) => filename === 'result')
  const { path } = compute.compute.result({ owner, jobId, index })
  const program =
    'import json, pickle, sys; a = pickle.load(open(sys.argv[1], "rb")); print(json.dumps({"type": a.dtype.str, "values": a.tolist()}))'
  return JSON.parse(await runTool('/usr/bin/python3', ['-c', program, path]))
}

/** Width, height and colour type out of a PNG's header. */
const pngHeader = (bytes: Buffer) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(25)]

describe('the sample', () => {
  test('branin.arff is the function to four decimals, x0 varying fastest', () => {
    const text = sample('branin.arff').toString('utf8')
    const rows = text
      .slice(text.indexOf('@data\n') + 6)
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number))
    expect(rows).toHaveLength(225)
    for (const [index, [x0 = 0, x1 = 0, y = 0]] of rows.entries()) {
      const [exact0, exact1] = [-5 + (15 * (index % 15)) / 14, (15 * Math.floor(index / 15)) / 14]
      const value =
        (exact1 - (5.1 * exact0 ** 2) / (4 * Math.PI ** 2) + (5 * exact0) / Math.PI - 6) ** 2 +
        10 * (1 - 1 / (8 * Math.PI)) * Math.cos(exact0) +
        10
      expect([x0, x1, y]).toEqual([exact0, exact1, value].map((number) => Number(number.toFixed(4))))
    }
  })

  test('gpr.py pickles a 15 x 15 surface that passes through the data', async () => {
    const job = await run('branin.arff', 'gpr.py')
    expect(job).toMatchObject({ status: 70, results: [{ filename: 'result', type: 'output' }, {}, {}, {}] })
    const bytes = await compute.read(job, 'result')
    expect([...bytes.subarray(0, 2)]).toEqual([0x80, 4])
    const { type, values } = await unpickled(job)
    expect(type).toBe('<f8')
    expect(values.map((row) => row.length)).toEqual(Array.from({ length: 15 }, () => 15))
    const text = sample('branin.arff').toString('utf8')
    const truth = text
      .slice(text.indexOf('@data\n') + 6)
      .trim()
      .split('\n')
      .map((line) => Number(line.split(',')[2]))
    for (const [index, value] of values.flat().entries())
      expect(Math.abs(value - (truth[index] ?? Number.NaN))).toBeLessThan(0.5)
  })

  test('iris.py maps where each species is expected', async () => {
    const job = await run('iris.csv', 'iris.py')
    expect(job.status).toBe(70)
    const { type, values } = await unpickled(job)
    expect(type).toBe('<i8')
    expect([values.length, values[0]?.length]).toEqual([120, 120])
    expect([...new Set(values.flat())].sort()).toEqual([0, 1, 2])
    expect(job.results).toMatchObject([{ filename: 'result' }, { filename: 'result_classes.json' }, {}, {}, {}])
    expect(JSON.parse((await compute.read(job, 'result_classes.json')).toString('utf8')).classes).toEqual([
      'setosa',
      'versicolor',
      'virginica',
    ])
  })

  test('grayscale.py takes the colour out of a picture', async () => {
    const job = await run('peppers.png', 'grayscale.py')
    expect(pngHeader(await compute.read(job, 'grayscale.png'))).toEqual([256, 256, 0])
  })

  test('image_filter.py takes its published defaults, and what the consumer chose instead', async () => {
    const byDefault = await run('peppers.png', 'image_filter.py')
    expect(pngHeader(await compute.read(byDefault, 'filtered_image.png'))).toEqual([256, 256, 0])
    const chosen = await run('peppers.png', 'image_filter.py', { filter: 'blur', radius: 5 })
    expect(pngHeader(await compute.read(chosen, 'filtered_image.png'))).toEqual([256, 256, 2])
    expect((await compute.read(chosen, 'algorithm.log')).toString('utf8')).toContain('Applying blur with radius 5.')
    const unknown = await run('peppers.png', 'image_filter.py', { filter: 'melt' })
    expect(unknown).toMatchObject({ status: 41, statusText: 'Algorithm failed with exit code 1' })
  })

  test('linecount.py counts the lines of every file', async () => {
    const job = await run('branin.arff', 'linecount.py')
    expect((await compute.read(job, 'result')).toString('utf8')).toBe(`${didOf('branin.arff').slice(7)}/0 236\n`)
  })

  test('failing.py ends as a failed job that keeps its log and what it had written', async () => {
    const job = await run('branin.arff', 'failing.py')
    expect(job).toMatchObject({ status: 41, statusText: 'Algorithm failed with exit code 1', stopreq: 0 })
    expect(job.dateFinished).not.toBeNull()
    expect((await compute.read(job, 'partial.txt')).toString('utf8')).toBe('Written before the failure.\n')
    expect((await compute.read(job, 'algorithm.log')).toString('utf8')).toMatch(
      /^Working on it \.\.\.\n.*RuntimeError: This algorithm fails on purpose\.\n$/s,
    )
  })
})
