import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { disassemble } from './disassemble'
import { opcodes } from './opcodes'
import { PickleError } from './PickleError'
import { unpickle } from './unpickle'

type Fixture = { cases: { pickles: Record<string, string> }[]; joblib: { pickle: string }[] }
const fixture: Fixture = JSON.parse(readFileSync(new URL('./fixtures/numpy1.json', import.meta.url), 'utf8'))

const count = Number(process.env.FUZZ_MUTANTS ?? 1_000_000)
const seed = Number(process.env.FUZZ_SEED ?? 20_240_601)
/** Mutants judged between two chances for the test runner to speak. */
const batch = 20_000

/** mulberry32: the same mutants every time. */
function random(state: number): (below: number) => number {
  let current = state
  return (below) => {
    current = (current + 0x6d2b79f5) | 0
    let mixed = Math.imul(current ^ (current >>> 15), current | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const codes = [...opcodes.keys()]
const interesting = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x28, 0x2e]

function mutate(source: Uint8Array<ArrayBuffer>, below: (limit: number) => number): Uint8Array<ArrayBuffer> {
  let bytes = source.slice()
  const rounds = 1 + below(4)
  for (let round = 0; round < rounds; round += 1) {
    const at = below(bytes.length)
    const kind = below(7)
    if (kind === 0) bytes[at] = below(256)
    else if (kind === 1) bytes[at] = codes[below(codes.length)] ?? 0
    else if (kind === 2) bytes[at] = interesting[below(interesting.length)] ?? 0
    else if (kind === 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
    else if (kind === 4) bytes = splice(bytes, at, { remove: 1 + below(4) })
    else if (kind === 5) bytes = splice(bytes, at, { insert: codes[below(codes.length)] ?? 0 })
    else bytes.copyWithin(at, below(bytes.length), below(bytes.length))
    if (bytes.length === 0) bytes = Uint8Array.of(0x2e)
  }
  return bytes
}

function splice(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  change: { remove: number } | { insert: number },
): Uint8Array<ArrayBuffer> {
  if ('remove' in change) {
    const end = Math.min(bytes.length, at + change.remove)
    bytes.copyWithin(at, end)
    return bytes.subarray(0, bytes.length - (end - at))
  }
  const longer = new Uint8Array(bytes.length + 1)
  longer.set(bytes.subarray(0, at))
  longer[at] = change.insert
  longer.set(bytes.subarray(at), at + 1)
  return longer
}

function judge(bytes: Uint8Array<ArrayBuffer>, run: (bytes: Uint8Array<ArrayBuffer>) => unknown): 'value' | 'error' {
  try {
    run(bytes)
    return 'value'
  } catch (error) {
    if (error instanceof PickleError && error.position >= 0 && error.position <= bytes.length) return 'error'
    throw new Error(`${Buffer.from(bytes).toString('base64')} threw something else`, { cause: error })
  }
}

it(`yields a value or a PickleError for ${count} mutants`, { timeout: 600_000 }, async () => {
  const below = random(seed)
  // Half of all mutants fail: what their errors cost is the trace.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  const sources = [
    ...fixture.cases.flatMap((each) => Object.values(each.pickles)),
    ...fixture.joblib.map((each) => each.pickle),
  ]
    .map((text) => new Uint8Array(Buffer.from(text, 'base64')))
    .filter((bytes) => bytes.length < 1500)
  expect(sources.length).toBeGreaterThan(300)
  const outcomes = { value: 0, error: 0 }
  for (let done = 0; done < count; done += 1) {
    const mutant = mutate(sources[below(sources.length)] ?? new Uint8Array(1), below)
    outcomes[judge(mutant, unpickle)] += 1
    if (done % 50 === 0) judge(mutant, (bytes) => Array.from(disassemble(bytes)))
    if (done % batch === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  Error.stackTraceLimit = stackTraceLimit
  expect(outcomes.value + outcomes.error).toBe(count)
  expect(outcomes.value).toBeGreaterThan(count / 100)
  expect(outcomes.error).toBeGreaterThan(count / 100)
})
