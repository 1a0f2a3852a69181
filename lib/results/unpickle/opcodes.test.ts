import { describe, expect, it } from 'vitest'
import type { UnpickleOptions } from './Machine'
import { opcodes } from './opcodes'
import { PickleError, type PickleErrorCode } from './PickleError'
import { assemble, little, name } from './testing/assemble'
import { encodePython } from './testing/encodePython'
import { unpickle } from './unpickle'
import { PyDict } from './values/PyDict'
import { PyGlobal } from './values/PyGlobal'
import { PyObject } from './values/PyObject'
import { PyPersistent } from './values/PyPersistent'
import { PyTuple } from './values/PyTuple'

const read = (bytes: Uint8Array<ArrayBuffer>, options: UnpickleOptions = {}) =>
  unpickle(bytes, { integers: 'bigint', ...options }).value
const written = (...parts: Parameters<typeof assemble>) => encodePython(read(assemble(...parts)))

/** The error of reading these bytes. */
function failure(...parts: Parameters<typeof assemble>): { code: PickleErrorCode; position: number } {
  try {
    unpickle(assemble(...parts))
  } catch (error) {
    if (error instanceof PickleError) return { code: error.code, position: error.position }
    throw error
  }
  throw new Error('nothing failed')
}

it('knows all 68 instructions', () => {
  expect(opcodes.size).toBe(68)
})

describe('instructions that CPython never writes', () => {
  it('reads four-byte lengths of long integers', () => {
    expect(written(0x8b, little(1, 4), 0xff, '.')).toEqual({ i: '-1' })
    expect(written(0x8b, little(0, 4), '.')).toEqual({ i: '0' })
    expect(written(0x8a, 9, little(0, 8), 1, '.')).toEqual({ i: (2n ** 64n).toString() })
    expect(written(0x8a, 8, little(0, 7), 0x80, '.')).toEqual({ i: (-(2n ** 63n)).toString() })
    expect(written(0x8a, 6, little(0, 5), 0x80, '.')).toEqual({ i: (-(2n ** 47n)).toString() })
    expect(written(0x8a, 7, little(2n ** 53n + 1n, 7), '.')).toEqual({ i: '9007199254740993' })
  })

  it('reads strings of Python 2', () => {
    expect(written("S'a\\x41\\n\\\\\\'\\101'\n.")).toBe("aA\n\\'A")
    expect(written('S"it\'s"\n.')).toBe("it's")
    expect(written('T', little(2, 4), 'ab.')).toBe('ab')
    expect(written('U', 1, 0xe9, '.')).toBe('é')
    expect(encodePython(read(assemble('U', 2, 0xc3, 0xa9, '.'), { strings: 'utf-8' }))).toBe('é')
    expect(encodePython(read(assemble('U', 1, 0xe9, '.'), { strings: 'bytes' }))).toEqual({ b: '6Q==' })
  })

  it('reads protocol 0 numbers as Python reads them', () => {
    expect(written('(lI01\naI00\naI1\naI-5\naI0x10\naI 7\na.')).toEqual({
      l: [true, false, { i: '1' }, { i: '-5' }, { i: '16' }, { i: '7' }],
      '#': 1,
    })
    expect(written('L123456789012345678901234567890L\n.')).toEqual({ i: '123456789012345678901234567890' })
    expect(written('L-5\n.')).toEqual({ i: '-5' })
    expect(written('(lFinf\naF-inf\naFnan\naF1e400\naF-0\na.')).toEqual({
      l: [{ f: 'inf' }, { f: '-inf' }, { f: 'nan' }, { f: 'inf' }, { f: '-0.0' }],
      '#': 1,
    })
  })

  it('reads escapes of protocol 0 text as pairs', () => {
    expect(written('Va\\u20acb\\U0001d11e\\n\n.')).toBe('a€b𝄞\\n')
    expect(written('V\\\\u0041\n.')).toBe('\\\\u0041')
    expect(written('V\xe9\n.')).toBe('é')
    expect(failure('V\\u12\n.').code).toBe('text')
  })

  it('builds dictionaries, sets and tuples from marks', () => {
    expect(written('(I1\nVa\nI2\nVb\nd.')).toEqual({
      d: [
        [{ i: '1' }, 'a'],
        [{ i: '2' }, 'b'],
      ],
      type: 'dict',
      '#': 1,
    })
    expect(written('(K', 1, 'K', 2, 't.')).toEqual({ t: [{ i: '1' }, { i: '2' }] })
    expect(written(0x8f, '(K', 1, 'K', 1, 0x90, '.')).toEqual({ set: [{ i: '1' }], '#': 1 })
    expect(written('(K', 1, 0x91, '.')).toEqual({ fs: [{ i: '1' }] })
  })

  it('makes instances of old classes', () => {
    const expected = { class: 'mod.Old', '#': 1, arguments: [{ i: '1' }] }
    expect(written('(I1\nimod\nOld\n.')).toEqual(expected)
    expect(written('(', name('mod', 'Old'), 'I1\no.')).toEqual(expected)
    expect(written('(imod\nOld\n(dVx\nI1\nsb.')).toEqual({ class: 'mod.Old', '#': 1, state: [['x', { i: '1' }]] })
  })

  it('records keyword arguments', () => {
    const value = read(assemble(name('mod', 'New'), ')}', 0x8c, 1, 'k', 'K', 1, 's', 0x92, '.'))
    if (!(value instanceof PyObject)) throw new Error('expected a descriptor')
    expect(value.keywords?.get('k')).toBe(1n)
  })

  it('names extension codes instead of importing them', () => {
    expect(read(assemble(0x82, 7, '.'))).toBeInstanceOf(PyGlobal)
    const extensions = new Map([[300, ['mod', 'Thing'] as const]])
    expect(encodePython(read(assemble(0x83, little(300, 2), '.'), { extensions }))).toEqual({ name: 'mod.Thing' })
    expect(encodePython(read(assemble(0x84, little(300, 4), '.'), { extensions }))).toEqual({ name: 'mod.Thing' })
    expect(failure(0x82, 0, '.').code).toBe('extension')
  })

  it('describes persistent references', () => {
    for (const bytes of [assemble('Pkey\n.'), assemble('Vkey\nQ.')]) {
      const value = read(bytes)
      if (!(value instanceof PyPersistent)) throw new Error('expected a reference')
      expect(value.id).toBe('key')
    }
  })

  it('takes buffers from beside the pickle', () => {
    const buffers = [Uint8Array.of(1, 2)]
    expect(encodePython(read(assemble(0x97, '.'), { buffers }))).toEqual({ ba: 'AQI=' })
    expect(encodePython(read(assemble(0x97, 0x98, '.'), { buffers }))).toEqual({ b: 'AQI=' })
    expect(failure(0x97, '.').code).toBe('buffers')
  })

  it('moves values between stack and memo by every instruction', () => {
    expect(written('(lp0\nI1\nag0\n.')).toMatchObject({ l: [{ i: '1' }] })
    expect(written(']r', little(70000, 4), '0j', little(70000, 4), '.')).toMatchObject({ l: [] })
    expect(written('K', 1, 'q', 5, 0x94, '0', 'h', 1, '.')).toEqual({ i: '1' })
    expect(written('K', 1, '2', 0x86, '.')).toEqual({ t: [{ i: '1' }, { i: '1' }] })
    expect(written('K', 1, '(K', 2, '1.')).toEqual({ i: '1' })
    expect(written('K', 1, '(0.')).toEqual({ i: '1' })
  })

  it('reads eight-byte lengths', () => {
    expect(written(0x8d, little(1, 8), 'a.')).toBe('a')
    expect(written(0x8e, little(1, 8), 'a.')).toEqual({ b: 'YQ==' })
    expect(written(0x96, little(1, 8), 'a.')).toEqual({ ba: 'YQ==' })
  })

  it('decodes a long text only when the memo is asked for it', () => {
    const text = Array.from({ length: 300 }, (_, at) => at % 200)
    const utf8 = [...Buffer.from(Buffer.from(text).toString('latin1'), 'utf8')]
    const latin1 = assemble('X', little(6, 4), 'latin1q', 2)
    const bytes = assemble(
      '(',
      name('_codecs', 'encode'),
      '(X',
      little(utf8.length, 4),
      utf8,
      'q',
      1,
      latin1,
      'tq',
      3,
      'Rh',
      1,
      'h',
      3,
      't.',
    )
    const value = read(bytes)
    if (!(value instanceof PyTuple)) throw new Error('expected a tuple')
    const [direct, fromMemo, callFromMemo] = value.items
    expect(Array.from(direct as Uint8Array)).toEqual(text)
    expect(fromMemo).toBe(Buffer.from(text).toString('latin1'))
    expect(callFromMemo instanceof PyTuple && callFromMemo.items).toEqual([fromMemo, 'latin1'])
  })
})

describe('keys', () => {
  it('are equal where Python says so', () => {
    expect(written('(K', 1, 'Va\n', 'G', [0x3f, 0xf0, 0, 0, 0, 0, 0, 0], 'Vb\n', 0x88, 'Vc\nV1\nVd\nd.')).toEqual({
      d: [
        [{ i: '1' }, 'c'],
        ['1', 'd'],
      ],
      type: 'dict',
      '#': 1,
    })
    expect(written('((K', 1, 'tVa\n(', 0x88, 'tVb\nd.')).toEqual({
      d: [[{ t: [{ i: '1' }] }, 'b']],
      type: 'dict',
      '#': 1,
    })
  })

  it('never become properties', () => {
    const value = read(assemble('}(V__proto__\n}V_\nNsVthen\nNVtoJSON\nNVconstructor\nNu.'))
    if (!(value instanceof PyDict)) throw new Error('expected a dictionary')
    expect(value.keys()).toEqual(['__proto__', 'then', 'toJSON', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(PyDict.prototype)
    expect('then' in value || 'toJSON' in value).toBe(false)
    expect(({} as Record<string, unknown>)._).toBeUndefined()
  })

  it('cannot be values that change', () => {
    expect(failure('}]Ns.').code).toBe('hash')
    expect(failure('}}Ns.').code).toBe('hash')
    expect(failure(0x8f, '(]', 0x90, '.').code).toBe('hash')
  })
})

describe('malformed input', () => {
  const cases: [string, Parameters<typeof assemble>, PickleErrorCode, number][] = [
    ['nothing', [], 'truncated', 0],
    ['only STOP', ['.'], 'stack', 0],
    ['no STOP', ['N'], 'truncated', 1],
    ['an unknown instruction', [0xff, '.'], 'opcode', 0],
    ['a newer protocol', [0x80, 6, 'N.'], 'protocol', 0],
    ['a frame longer than the file', [0x80, 4, 0x95, little(100, 8), 'N.'], 'frame', 2],
    ['a mark as the value', ['(.'], 'stack', 1],
    ['reaching below a mark', ['N(0'.replace('0', '2'), '.'], 'stack', 2],
    ['a tuple without a mark', ['t.'], 'mark', 0],
    ['a negative memo index', ['Np-1\n.'], 'memo', 1],
    ['a memo slot never filled', ['h', 5, '.'], 'memo', 0],
    ['letters in an integer', ['I1JUNK\n.'], 'integer', 0],
    ['letters in a float', ['F1x\n.'], 'float', 0],
    ['broken UTF-8', [0x8c, 1, 0xff, '.'], 'text', 0],
    ['a string without quotes', ['Sab\n.'], 'text', 0],
    ['a negative length', ['T', little(0xfffffffb, 4), '.'], 'length', 0],
    ['a text longer than the file', ['X', little(0xffffffff, 4), '.'], 'limit', 0],
    ['bytes longer than the file', ['B', little(0xfffffffb, 4), '.'], 'truncated', 0],
    ['a length beyond 2^53', [0x8e, little(2n ** 60n, 8), '.'], 'length', 0],
    ['calling a number', ['K', 1, ')R.'], 'global', 3],
    ['arguments that are no tuple', [name('a', 'b'), ']R.'], 'arguments', 6],
    ['a name that is no text', ['K', 1, 'K', 2, 0x93, '.'], 'global', 4],
    ['appending to a number', ['K', 1, 'K', 1, 'a.'], 'arguments', 4],
    ['a key without a value', ['}(Nu.'], 'arguments', 3],
    ['a byte beyond 255', [name('builtins', 'bytearray'), '(](K', 1, 'M', little(300, 2), 'etR.'], 'arguments', 30],
  ]
  it.each(cases.map(([title, parts, ...place]) => ({ title, parts, place })))(
    'refuses $title with code and position',
    ({ parts, place }) => {
      const { code, position } = failure(...parts)
      expect([code, position]).toEqual(place)
    },
  )
})
