import { describe, expect, test } from 'vitest'
import { buildSeccompFilter } from './buildSeccompFilter'
import { refusedSystemCalls } from './syscalls'

const allow = 0x7fff0000
const eperm = 0x00050001
const enosys = 0x00050026
const kill = 0x80000000

type Call = { architecture: number; number: number; first?: number; second?: number }

/** Runs a filter as the kernel would. */
function decide(filter: Uint8Array, call: Call): number {
  const program = new DataView(filter.buffer)
  const data = new Map([
    [0, call.number],
    [4, call.architecture],
    [16, call.first ?? 0],
    [24, call.second ?? 0],
  ])
  let accumulator = 0
  for (let at = 0; at < filter.length / 8; at++) {
    const code = program.getUint16(at * 8, true)
    const [yes, no] = [program.getUint8(at * 8 + 2), program.getUint8(at * 8 + 3)]
    const value = program.getUint32(at * 8 + 4, true)
    if (code === 0x20) accumulator = data.get(value) ?? Number.NaN
    else if (code === 0x06) return value
    else {
      const holds =
        code === 0x15 ? accumulator === value : code === 0x35 ? accumulator >= value : (accumulator & value) !== 0
      at += holds ? yes : no
    }
  }
  throw new Error('The filter runs off its end.')
}

const architectures = [
  {
    name: 'x64',
    architecture: 0xc000003e,
    column: 0,
    clone: 56,
    clone3: 435,
    socket: 41,
    ioctl: 16,
    harmless: [0, 1, 2, 9, 59, 202, 231, 257],
  },
  {
    name: 'arm64',
    architecture: 0xc00000b7,
    column: 1,
    clone: 220,
    clone3: 435,
    socket: 198,
    ioctl: 29,
    harmless: [56, 63, 64, 93, 94, 98, 221, 222],
  },
] as const

describe.each(architectures)(
  'the filter for $name',
  ({ name, architecture, column, clone, clone3, socket, ioctl, harmless }) => {
    const filter = buildSeccompFilter(name) ?? new Uint8Array()
    const answer = (number: number, first = 0, second = 0) => decide(filter, { architecture, number, first, second })

    test('refuses every call of the list and lets ordinary ones pass', () => {
      for (const numbers of Object.values(refusedSystemCalls)) {
        const number = numbers[column]
        if (number !== undefined) expect([number, answer(number)]).toEqual([number, eperm])
      }
      for (const number of harmless) expect([number, answer(number)]).toEqual([number, allow])
    })

    test('lets processes and threads be made, but no namespaces', () => {
      expect(answer(clone, 17)).toBe(allow)
      expect(answer(clone, 0x3d0f00)).toBe(allow)
      for (const flag of [0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000]) {
        expect([flag, answer(clone, flag | 17)]).toEqual([flag, eperm])
      }
      expect(answer(clone3)).toBe(enosys)
    })

    test('knows three families of sockets, and no typing into terminals', () => {
      for (const family of [1, 2, 10]) expect([family, answer(socket, family)]).toEqual([family, allow])
      for (const family of [0, 16, 17, 38, 40, 44]) expect([family, answer(socket, family)]).toEqual([family, eperm])
      expect(answer(ioctl, 0, 0x5401)).toBe(allow)
      expect(answer(ioctl, 0, 0x5412)).toBe(eperm)
      expect(answer(ioctl, 0, 0x541c)).toBe(eperm)
    })

    test('kills calls of another architecture', () => {
      expect(decide(filter, { architecture: 0x40000003, number: 1 })).toBe(kill)
    })
  },
)

test('calls of the x32 kind are refused', () => {
  const filter = buildSeccompFilter('x64') ?? new Uint8Array()
  expect(decide(filter, { architecture: 0xc000003e, number: 0x40000001 })).toBe(eperm)
})

test('an architecture whose numbers are unknown gets no filter rather than a wrong one', () => {
  expect(buildSeccompFilter('riscv64')).toBeUndefined()
})
