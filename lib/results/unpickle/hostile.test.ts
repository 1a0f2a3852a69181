import { describe, expect, it } from 'vitest'
import { decodeResult } from '../decodeResult'
import { inspectPython } from '../python/inspectPython'
import { transferables } from '../worker/transferables'
import { PickleError, type PickleErrorCode } from './PickleError'
import { assemble, little, name } from './testing/assemble'
import { unpickle } from './unpickle'
import { NDArray } from './values/NDArray'
import { PyDict } from './values/PyDict'
import { PyGlobal } from './values/PyGlobal'
import { PyObject } from './values/PyObject'

const read = (...parts: Parameters<typeof assemble>) => unpickle(assemble(...parts)).value
const repeat = (part: string, count: number) => new Uint8Array(Buffer.from(part.repeat(count), 'latin1'))

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}

function code(bytes: Uint8Array<ArrayBuffer>): PickleErrorCode | 'accepted' {
  try {
    unpickle(bytes)
    return 'accepted'
  } catch (error) {
    if (error instanceof PickleError) return error.code
    throw error
  }
}

/** An array with this shape, element type and data, as numpy would write it. */
function array({
  shape,
  dtype = 'f8',
  data = '',
  list,
}: {
  shape: number[]
  dtype?: string
  data?: string
  list?: string
}): Uint8Array<ArrayBuffer> {
  const long = (value: number) => [0x8a, 8, ...little(BigInt.asUintN(64, BigInt(value)), 8)]
  return assemble(
    [
      ...Buffer.from(
        `${name('numpy.core.multiarray', '_reconstruct')}(${name('numpy', 'ndarray')}(K\0tC\x01btR(K\x01(`,
        'latin1',
      ),
    ],
    shape.flatMap(long),
    't',
    name('numpy', 'dtype'),
    `(V${dtype}\n`,
    0x89,
    0x88,
    'tR',
    0x89,
    list ?? ['B'.charCodeAt(0), ...little(data.length, 4), ...Buffer.from(data, 'latin1')],
    'tb.',
  )
}

describe('what a file names', () => {
  it('is never run', () => {
    for (const [module, callee] of [
      ['os', 'system'],
      ['builtins', 'eval'],
      ['builtins', '__import__'],
      ['subprocess', 'Popen'],
      ['nt', 'system'],
    ]) {
      const value = read(name(module ?? '', callee ?? ''), '(Vtouch /tmp/x\ntR.')
      if (!(value instanceof PyObject)) throw new Error('expected a descriptor')
      expect(value.path).toBe(`${module}.${callee}`)
    }
  })

  it('is not looked up among the names of JavaScript', () => {
    for (const [module, callee] of [
      ['__proto__', 'constructor'],
      ['constructor', 'constructor'],
      ['numpy', 'constructor'],
      ['builtins', '__proto__'],
    ]) {
      const value = read(name(module ?? '', callee ?? ''), '(Valert(1)\ntR.')
      expect(value).toBeInstanceOf(PyObject)
    }
    expect(code(assemble(name('numpy', 'dtype'), '(Vconstructor\ntR.'))).toBe('dtype')
  })

  it('gives only a longer name through getattr', () => {
    const value = read(name('builtins', 'getattr'), `(${name('os', 'path')}V__class__\ntR.`)
    expect(value instanceof PyGlobal && value.path).toBe('os.path.__class__')
    expect(value instanceof PyGlobal && value.known).toBe(false)
  })
})

describe('states', () => {
  it('are refused by everything that has none', () => {
    for (const target of [']', '}', ')', 'K\x01', 'Vtext\n', 'C\x01a', '\x8f', name('os', 'system'), 'N']) {
      expect(code(assemble(target, '}Vlength\nI5\nsb.'))).toBe('build')
    }
  })

  it('are taken once by arrays and dtypes', () => {
    const dtype = `${name('numpy', 'dtype')}(Vf8\n\x89\x88tR`
    const state = '(K\x03V<\nNNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb'
    expect(code(assemble(dtype, state, '.'))).toBe('accepted')
    expect(code(assemble(dtype, state, state, '.'))).toBe('build')
    const whole = array({ shape: [1], data: '12345678' })
    expect(code(whole)).toBe('accepted')
    expect(code(join(whole.subarray(0, -1), assemble('(K\x01(K\0t', dtype, '\x89C\0tb.')))).toBe('build')
  })

  it('never change the input', () => {
    const bytes = array({ shape: [1], data: '12345678' })
    const before = bytes.slice()
    unpickle(bytes)
    expect(bytes).toEqual(before)
  })
})

describe('arrays that lie', () => {
  const lies: [string, Parameters<typeof array>[0], PickleErrorCode][] = [
    ['have less data than their shape', { shape: [2], data: '12345678' }, 'ndarray'],
    ['have more data than their shape', { shape: [1], data: '123456789' }, 'ndarray'],
    ['have no data and 2^40 elements', { shape: [2 ** 40] }, 'ndarray'],
    ['have a negative length', { shape: [-1], data: '12345678' }, 'ndarray'],
    ['overflow when multiplied', { shape: [2 ** 31, 2 ** 31, 4] }, 'ndarray'],
    ['have 2^50 elements of no size', { shape: [2 ** 50], dtype: 'V0' }, 'limit'],
    ['have an element type that is none', { shape: [1], dtype: 'f7', data: '1234567' }, 'dtype'],
    ['have too many dimensions', { shape: new Array(65).fill(1), data: '12345678' }, 'ndarray'],
    ['hold objects that are bytes', { shape: [1], dtype: 'O8', data: '12345678' }, 'ndarray'],
    ['hold fewer objects than their shape', { shape: [2], dtype: 'O8', list: ']' }, 'ndarray'],
  ]
  it.each(lies.map(([title, lie, wanted]) => ({ title, lie, wanted })))(
    'are refused when they $title',
    ({ lie, wanted }) => {
      expect(code(array(lie))).toBe(wanted)
    },
  )

  it('are refused when a field lies outside the element', () => {
    const f8 = `${name('numpy', 'dtype')}(Vf8\n\x89\x88tR`
    const bytes = assemble(
      name('numpy', 'dtype'),
      '(VV8\n',
      0x89,
      0x88,
      'tR(K',
      3,
      'V|\nN(Va\nt}Va\n(',
      f8,
      'K',
      4,
      'tsK',
      8,
      'K',
      1,
      'K',
      0,
      'tb.',
    )
    expect(code(bytes)).toBe('dtype')
  })

  it('are refused when element types nest without end', () => {
    const dtype = (inner: string) =>
      `${name('numpy', 'dtype')}(VV8\n\x89\x88tR(K\x03V|\nN(Va\nVb\nt}(Va\n(${inner}K\0tVb\n(${inner}K\0tuK\x08K\x01K\0tb`
    let nested = `${name('numpy', 'dtype')}(Vf8\n\x89\x88tR`
    nested = `${nested}q\x00`
    let text = nested
    for (let level = 1; level < 40; level += 1)
      text = `${text}0${dtype(`h${String.fromCharCode(level - 1)}`)}q${String.fromCharCode(level)}`
    expect(code(assemble(text, '.'))).toBe('limit')
  })
})

describe('bombs', () => {
  const million = 1_000_000
  const bombs: { title: string; bytes: () => Uint8Array<ArrayBuffer>; wanted: (PickleErrorCode | 'accepted')[] }[] = [
    {
      title: 'a length that walks back',
      bytes: () => assemble('B', little(0xfffffffb, 4), '.'),
      wanted: ['truncated'],
    },
    {
      title: 'an integer of 32 MiB',
      bytes: () => join(assemble(0x8b, little(2 ** 25, 4)), new Uint8Array(2 ** 25), assemble('.')),
      wanted: ['limit'],
    },
    {
      title: 'an integer of a million digits',
      bytes: () => assemble('L', '9'.repeat(5000), 'L\n.'),
      wanted: ['limit'],
    },
    {
      title: 'eight million memo entries',
      bytes: () => join(assemble('N'), repeat('\x94', 8 * million), assemble('.')),
      wanted: ['limit'],
    },
    {
      title: 'a memo index of 2^32 - 1',
      bytes: () => assemble('Nr', little(2 ** 32 - 1, 4), '.'),
      wanted: ['accepted'],
    },
    {
      title: 'sixteen million copies on the stack',
      bytes: () => join(assemble('N'), repeat('2', 16 * million), assemble('.')),
      wanted: ['limit'],
    },
    { title: 'a million marks', bytes: () => join(repeat('(', million), assemble('.')), wanted: ['limit'] },
    {
      title: 'a million nested lists',
      bytes: () => join(repeat(']', million), repeat('a', million - 1), assemble('.')),
      wanted: ['accepted'],
    },
    {
      title: 'a million nested tuples',
      bytes: () => join(assemble(')'), repeat('\x85', million), assemble('.')),
      wanted: ['accepted'],
    },
    {
      title: 'a million nested dictionaries',
      bytes: () => join(repeat('}N', million), assemble('N'), repeat('s', million), assemble('.')),
      wanted: ['accepted', 'arguments'],
    },
    {
      title: 'twenty million empty lists',
      bytes: () => join(repeat(']0', 20 * million), assemble('N.')),
      wanted: ['limit'],
    },
    {
      title: 'an append of a million items',
      bytes: () => join(assemble(']('), repeat('N', million), assemble('e.')),
      wanted: ['accepted'],
    },
    {
      title: 'bytes(2^40)',
      bytes: () => assemble(name('builtins', 'bytes'), '(', 0x8a, 6, little(2n ** 40n, 6), 'tR.'),
      wanted: ['accepted'],
    },
    {
      title: 'bytearray(2^40)',
      bytes: () => assemble(name('builtins', 'bytearray'), '(', 0x8a, 6, little(2n ** 40n, 6), 'tR.'),
      wanted: ['accepted'],
    },
    {
      title: 'repeated copies of one list',
      bytes: () =>
        join(
          assemble(name('builtins', 'list'), 'q', 0, '0]('),
          repeat('N', 100_000),
          assemble('eq', 1, '0'),
          repeat('h\x00h\x01\x85R0', 10_000),
          assemble('N.'),
        ),
      wanted: ['limit'],
    },
    {
      title: 'a tuple of shared tuples as a key',
      bytes: () =>
        join(
          assemble(')q', 0, '0'),
          Uint8Array.from(Array.from({ length: 60 }, (_, at) => [0x68, at, 0x68, at, 0x86, 0x71, at + 1, 0x30]).flat()),
          assemble('}h', 60, 'Ns.'),
        ),
      wanted: ['accepted'],
    },
    {
      title: 'ten thousand slices in slices',
      bytes: () =>
        join(
          assemble(name('builtins', 'slice'), 'q', 0, '0N'),
          repeat('q\x010h\x00h\x01h\x01h\x01\x87R', 10_000),
          assemble('.'),
        ),
      wanted: ['accepted'],
    },
  ]
  it.each(bombs)('of $title cost little', async ({ bytes, wanted }) => {
    const input = join(assemble(0x80, 4), bytes())
    const result = await decodeResult(input)
    expect(wanted).toContain(result.kind === 'binary' ? result.problem?.code : 'accepted')
    expect(transferables(result).length).toBeLessThan(10)
    expect(structuredClone(result).byteLength).toBe(input.length)
  })

  it('of a billion laughs have as many nodes as the budget allows', () => {
    const levels = Array.from({ length: 30 }, (_, at) => [
      0x5d,
      0x28,
      ...Array(10).fill([0x68, at]).flat(),
      0x65,
      0x71,
      at + 1,
      0x30,
    ]).flat()
    const value = read(']q', 0, '0', levels, 'h', 30, '.')
    let nodes = 0
    const queue = [inspectPython(value, 1000)]
    for (const node of queue) {
      nodes += 1
      for (const edge of node.children ?? []) queue.push(edge.node)
    }
    expect(nodes).toBeLessThanOrEqual(1000)
  })
})

describe('deep values', () => {
  it('are shown down to a depth that can be cloned', () => {
    const tree = inspectPython(unpickle(join(repeat(']', 5000), repeat('a', 4999), assemble('.'))).value, 100_000)
    let depth = 0
    let last = tree
    for (let node = tree.children?.[0]?.node; node; node = node.children?.[0]?.node) {
      depth += 1
      last = node
    }
    expect(depth).toBe(100)
    expect(last.omitted).toBe(1)
  })
})

describe('cycles', () => {
  it('become references in the tree', () => {
    const tree = inspectPython(read(']q', 0, 'h', 0, 'a.'), 100)
    expect(tree.id).toBeDefined()
    expect(tree.children?.[0]?.node).toEqual({ type: 'list', text: '', sameAs: tree.id })
  })

  it('through objects, dictionaries and arrays are read', () => {
    const object = read(name('m', 'C'), ')', 0x81, 'q', 0, '}Vme\nh', 0, 'sb.')
    expect(object instanceof PyObject && object.attribute('me')).toBe(object)
    const dictionary = read('}q', 0, 'Vme\nh', 0, 's.')
    expect(dictionary instanceof PyDict && dictionary.get('me')).toBe(dictionary)
    const bytes = array({ shape: [1], dtype: 'O8', list: ']q\x05h\x05a' })
    const held = unpickle(bytes).value
    expect(held instanceof NDArray && held.objects?.[0]).toBe(held instanceof NDArray && held.objects)
  })
})
