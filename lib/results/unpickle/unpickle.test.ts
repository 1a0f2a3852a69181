import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Encoded, encodePython, sortSets } from './testing/encodePython'
import { unpickle } from './unpickle'
import { NDArray } from './values/NDArray'
import { PyObject } from './values/PyObject'

type Case = {
  name: string
  expected: Encoded
  /** What CPython itself reads back where a protocol loses something. */
  lossy?: Record<string, Encoded>
  pickles: Record<string, string>
  outOfBand?: { pickle: string; buffers: string[] }
}
type Fixture = {
  cases: Case[]
  joblib?: { name: string; expected: Encoded; pickle: string }[]
  estimator?: { pickle: string; class: string; attributes: string[]; alpha_: Encoded }
}

const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'))

describe.each(['numpy1', 'numpy2'])('pickles that CPython wrote with %s', (name) => {
  const { cases } = fixture(name)

  it.each(cases)('gives the value of CPython for $name at every protocol', ({ expected, lossy, pickles }) => {
    expect(Object.keys(pickles).length).toBeGreaterThan(0)
    for (const [protocol, text] of Object.entries(pickles)) {
      const { value, length } = unpickle(decode(text), { integers: 'bigint' })
      expect({ protocol, value: encodePython(value) }).toEqual({
        protocol,
        value: sortSets(lossy?.[protocol] ?? expected),
      })
      expect(length).toBe(decode(text).length)
    }
  })

  it('reads buffers that travel beside the pickle', () => {
    const beside = cases.filter((each) => each.outOfBand)
    expect(beside.length).toBeGreaterThan(10)
    for (const { name, expected, outOfBand } of beside) {
      const { value } = unpickle(decode(outOfBand?.pickle ?? ''), {
        integers: 'bigint',
        buffers: outOfBand?.buffers.map(decode) ?? [],
      })
      expect({ name, value: encodePython(value) }).toEqual({ name, value: sortSets(expected) })
    }
  })

  it('gives the same values when the input may be rearranged', () => {
    for (const { name, expected, lossy, pickles } of cases) {
      for (const [protocol, text] of Object.entries(pickles)) {
        const { value } = unpickle(decode(text), { integers: 'bigint', owned: true })
        expect({ name, value: encodePython(value) }).toEqual({ name, value: sortSets(lossy?.[protocol] ?? expected) })
      }
    }
  })
})

describe('files of other writers', () => {
  it('reads what joblib writes behind its instructions', () => {
    const { joblib = [] } = fixture('numpy1')
    expect(joblib.length).toBe(3)
    for (const { name, expected, pickle } of joblib) {
      const { value } = unpickle(decode(pickle), { integers: 'bigint' })
      expect({ name, value: encodePython(value) }).toEqual({ name, value: sortSets(expected) })
    }
  })

  it('describes an estimator without being able to run it', () => {
    const { estimator } = fixture('numpy1')
    const { value } = unpickle(decode(estimator?.pickle ?? ''), { integers: 'bigint' })
    if (!(value instanceof PyObject)) throw new Error('expected a descriptor')
    expect(value.path).toBe(estimator?.class)
    const alpha = value.attribute('alpha_')
    expect(alpha).toBeInstanceOf(NDArray)
    expect(encodePython(alpha ?? null)).toEqual(estimator?.alpha_)
    for (const name of estimator?.attributes ?? []) expect(value.attribute(name)).toBeDefined()
  })
})
