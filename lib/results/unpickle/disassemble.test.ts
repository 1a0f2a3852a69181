import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { disassemble } from './disassemble'
import { PickleError } from './PickleError'
import { assemble, little } from './testing/assemble'

type Fixture = { cases: { pickles: Record<string, string> }[]; disassembly: { pickle: string; listing: string }[] }
const fixture: Fixture = JSON.parse(readFileSync(new URL('./fixtures/numpy1.json', import.meta.url), 'utf8'))
const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const listing = (bytes: Uint8Array<ArrayBuffer>) =>
  Array.from(disassemble(bytes), ({ position, name }) => `${position}:${name}`).join(' ')

describe('the instructions of a pickle', () => {
  it('are those that pickletools listed', () => {
    expect(fixture.disassembly.length).toBeGreaterThan(50)
    for (const { pickle, listing: expected } of fixture.disassembly) expect(listing(decode(pickle))).toBe(expected)
  })

  it('are those that pickletools lists on this machine, with their arguments', () => {
    const pickles = fixture.cases.flatMap((each) => Object.values(each.pickles)).filter((text) => text.length < 40_000)
    const script = `
import base64, json, pickletools, sys
def plain(a):
    if a is None or isinstance(a, str): return a
    if isinstance(a, (bytes, bytearray)): return {'b': base64.b64encode(a).decode()}
    return {'n': str(int(a)) if isinstance(a, (bool, int)) else repr(a)}
for line in sys.stdin:
    print(json.dumps([[p, o.name, plain(a)] for o, a, p in pickletools.genops(base64.b64decode(line))]))
`
    const { status, stdout, error } = spawnSync('/usr/bin/python3', ['-c', script], {
      input: pickles.join('\n'),
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    })
    if (error && 'code' in error && error.code === 'ENOENT')
      return expect(fixture.disassembly.length).toBeGreaterThan(50)
    expect(status).toBe(0)
    const lists = stdout.trim().split('\n')
    expect(lists.length).toBe(pickles.length)
    for (const [at, text] of pickles.entries()) {
      const expected = JSON.parse(lists[at] ?? '').map(([position, name, argument]: [number, string, unknown]) => ({
        position,
        name,
        argument,
      }))
      const ours = Array.from(disassemble(decode(text), 1_000_000), ({ position, name, argument }) => ({
        position,
        name,
        argument: plain(name, argument),
      }))
      expect(ours.map(({ position, name }) => `${position}:${name}`)).toEqual(
        expected.map((each: { position: number; name: string }) => `${each.position}:${each.name}`),
      )
      for (const [index, { name, argument }] of ours.entries()) {
        const wanted = expected[index].argument
        if (name === 'BINFLOAT' || name === 'FLOAT')
          expect(argument).toEqual({ n: Number(wanted.n.replace('inf', 'Infinity')) })
        else expect(argument).toEqual(wanted)
      }
    }
  })

  it('come one by one until the first that is none', () => {
    const steps = disassemble(assemble('K', 1, 0xff))
    expect(steps.next().value).toEqual({ position: 0, name: 'BININT1', argument: 1 })
    expect(() => steps.next()).toThrow(PickleError)
  })

  it('are never carried out', () => {
    expect(listing(assemble('cos\nsystem\n(Vtrue\ntR.'))).toBe('0:GLOBAL 11:MARK 12:UNICODE 18:TUPLE 19:REDUCE 20:STOP')
    expect(() => listing(assemble('B', little(100, 4)))).toThrow(PickleError)
  })
})

function plain(name: string, argument: unknown): unknown {
  if (argument === undefined) return null
  if (name === 'BINFLOAT' || name === 'FLOAT') return { n: argument }
  if (argument instanceof Uint8Array) return { b: Buffer.from(argument).toString('base64') }
  return typeof argument === 'number' || typeof argument === 'bigint' ? { n: String(argument) } : argument
}
