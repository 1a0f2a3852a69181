import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { decodePickle } from '@/lib/results/decode/decodePickle'
import { defaultDecodeLimits } from '@/lib/results/limits'
import { toNumbers } from '@/lib/results/python/toNumbers'
import { unpickle } from '@/lib/results/unpickle/unpickle'
import { NDArray } from '@/lib/results/unpickle/values/NDArray'
import type { Report } from './report'

/** Short runs are repeated more often, until the machine's code is warm on both sides. */
const repetitions = 5
const repetitionsOfShort = 60
const megabyte = 1_000_000

/** Writes the pickles, then times `pickle.loads` on each: the best of several runs, in milliseconds. */
const script = `
import json, pickle, sys, time
import numpy as np
folder, repetitions, short = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
values = {'%d MB float64 array' % size: np.random.default_rng(1).random(size * ${megabyte} // 8) for size in (1, 10, 100)}
values['list of a million floats'] = np.random.default_rng(1).random(1_000_000).tolist()
values['list of a million integers'] = np.random.default_rng(1).integers(0, 256, 1_000_000).tolist()
times = []
for number, (name, value) in enumerate(values.items()):
    raw = pickle.dumps(value, 4)
    open('%s/%d.pickle' % (folder, number), 'wb').write(raw)
    best = float('inf')
    for _ in range(short if len(raw) < 2_000_000 else repetitions):
        start = time.perf_counter()
        pickle.loads(raw)
        best = min(best, time.perf_counter() - start)
    times.append([name, best * 1000])
print(json.dumps(times))
`

/** The best of several runs, each on its own copy of the file, because a run may rearrange it. */
async function best(bytes: Uint8Array<ArrayBuffer>, run: (copy: Uint8Array<ArrayBuffer>) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  const rounds = bytes.length < 2 * megabyte ? repetitionsOfShort : repetitions
  for (let round = 0; round < rounds; round += 1) {
    const copy = bytes.slice()
    const start = performance.now()
    await run(copy)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/** Parses, and realigns arrays, until every number is within reach of JavaScript; what `pickle.loads` does. */
function numbersOf(copy: Uint8Array<ArrayBuffer>): unknown {
  const { value } = unpickle(copy, { owned: true })
  return value instanceof NDArray ? toNumbers(value)?.data : value
}

/** Compares our reader with CPython's `pickle.loads`, on the same files, in the same run. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ocean-compute-bench-'))
  try {
    const output = execFileSync(
      '/usr/bin/python3',
      ['-c', script, folder, String(repetitions), String(repetitionsOfShort)],
      { encoding: 'utf8' },
    )
    const references: [name: string, milliseconds: number][] = JSON.parse(output)
    for (const [number, [name, reference]] of references.entries()) {
      const bytes = new Uint8Array(readFileSync(join(folder, `${number}.pickle`)))
      const parsed = await best(bytes, numbersOf)
      report(line(`unpickle: ${name}, parse only`, parsed, reference))
      const shown = await best(bytes, (copy) => decodePickle(copy, { owned: true, limits: defaultDecodeLimits }))
      report(line(`unpickle: ${name}, parse and what the page shows`, shown, reference))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function line(name: string, milliseconds: number, reference: number) {
  return {
    name,
    value: `${milliseconds.toFixed(2)} ms`,
    reference: `${reference.toFixed(2)} ms pickle.loads`,
    ratio: `${(milliseconds / reference).toFixed(2)}×`,
  }
}
