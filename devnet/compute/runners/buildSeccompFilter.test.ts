import { describe, expect, test } from 'vitest'
import { allowedSystemCalls } from './allowedSystemCalls'
import { buildSeccompFilter } from './buildSeccompFilter'

const allow = 0x7fff0000
const eperm = 0x00050001
const enosys = 0x00050026
const kill = 0x80000000

type Call = { architecture: number; number: number; first?: number; second?: number; third?: number }

/** Runs a filter as the kernel would. */
function decide(filter: Uint8Array, call: Call): number {
  const program = new DataView(filter.buffer)
  const data = new Map([
    [0, call.number],
    [4, call.architecture],
    [16, call.first ?? 0],
    [24, call.second ?? 0],
    [32, call.third ?? 0],
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
        code === 0x15
          ? accumulator === value
          : code === 0x25
            ? accumulator > value
            : code === 0x35
              ? accumulator >= value
              : (accumulator & value) !== 0
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
    // ptrace, mount, unshare, setns, bpf, perf_event_open, userfaultfd, io_uring_setup, keyctl, open_by_handle_at, pidfd_getfd
    harmful: [101, 165, 272, 308, 321, 298, 323, 425, 250, 304, 438],
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
    harmful: [117, 40, 97, 268, 280, 241, 282, 425, 219, 265, 438],
  },
] as const

describe.each(architectures)(
  'the filter for $name',
  ({ name, architecture, column, clone, clone3, socket, ioctl, harmless, harmful }) => {
    const filter = buildSeccompFilter(name, { isMemoryHeld: true }) ?? new Uint8Array()
    const answer = (number: number, first = 0, second = 0) => decide(filter, { architecture, number, first, second })
    const protocol = (third: number) => decide(filter, { architecture, number: socket, first: 2, second: 1, third })

    test('lets the calls of the list pass, refuses every other one, and does not know newer ones', () => {
      const listed = new Set(Object.values(allowedSystemCalls).map((numbers) => numbers[column]))
      const decided = new Set<number>([clone, clone3, socket, ioctl])
      for (let number = 0; number < 600; number++) {
        if (decided.has(number)) continue
        const expected = listed.has(number) ? allow : number > 456 ? enosys : eperm
        expect([number, answer(number)]).toEqual([number, expected])
      }
      for (const number of harmless) expect([number, answer(number)]).toEqual([number, allow])
      for (const number of harmful) expect([number, answer(number)]).toEqual([number, eperm])
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
      expect([0, 6, 17, 1, 132, 262].map(protocol)).toEqual([allow, allow, allow, eperm, eperm, eperm])
      expect(answer(ioctl, 0, 0x5401)).toBe(allow)
      expect(answer(ioctl, 0, 0x5412)).toBe(eperm)
      expect(answer(ioctl, 0, 0x541c)).toBe(eperm)
    })

    test('leaves out memory that nobody counts where no control group does', () => {
      const narrow = buildSeccompFilter(name, { isMemoryHeld: false }) ?? new Uint8Array()
      for (const call of ['memfd_create', 'shmget', 'semget', 'msgget', 'mq_open']) {
        const number = allowedSystemCalls[call]?.[column] ?? Number.NaN
        expect([call, answer(number), decide(narrow, { architecture, number })]).toEqual([call, allow, eperm])
      }
    })

    test('kills calls of another architecture', () => {
      expect(decide(filter, { architecture: 0x40000003, number: 1 })).toBe(kill)
    })
  },
)

test('calls of the x32 kind are refused', () => {
  const filter = buildSeccompFilter('x64', { isMemoryHeld: true }) ?? new Uint8Array()
  expect(decide(filter, { architecture: 0xc000003e, number: 0x40000001 })).toBe(eperm)
})

test('an architecture whose numbers are unknown gets no filter rather than a wrong one', () => {
  expect(buildSeccompFilter('riscv64', { isMemoryHeld: true })).toBeUndefined()
})
