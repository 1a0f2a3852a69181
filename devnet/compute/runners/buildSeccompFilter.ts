import { allowedSystemCalls } from './allowedSystemCalls'

type Architecture = {
  audit: number
  column: 0 | 1
  clone: number
  socket: number
  ioctl: number
  hasX32: boolean
}

const architectures: Readonly<Record<string, Architecture>> = {
  x64: { audit: 0xc000003e, column: 0, clone: 56, socket: 41, ioctl: 16, hasX32: true },
  arm64: { audit: 0xc00000b7, column: 1, clone: 220, socket: 198, ioctl: 29, hasX32: false },
}

const load = 0x20 // BPF_LD | BPF_W | BPF_ABS
const equal = 0x15 // BPF_JMP | BPF_JEQ | BPF_K
const above = 0x25 // BPF_JMP | BPF_JGT | BPF_K
const atLeast = 0x35 // BPF_JMP | BPF_JGE | BPF_K
const anyBit = 0x45 // BPF_JMP | BPF_JSET | BPF_K
const answer = 0x06 // BPF_RET | BPF_K
const allow = 0x7fff0000
const kill = 0x80000000
const errno = (code: number) => 0x00050000 | code
const EPERM = 1
const ENOSYS = 38
const clone3 = 435
/** Everything from here on is newer than the list; programs are told that it does not exist, and look for another way. */
const firstUnknown = 457
const terminalRequests = [0x5412, 0x541c] // TIOCSTI, TIOCLINUX
const firstX32 = 0x40000000
const argument = (index: number) => 16 + 8 * index

/** CLONE_NEWNS, NEWTIME, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
export const newNamespaces = 0x7e020080
/** AF_UNIX, AF_INET, AF_INET6. */
export const socketFamilies = [1, 2, 10] as const
/** The family's default, TCP, UDP: others load kernel modules. */
export const socketProtocols = [0, 6, 17] as const
/** Calls that take memory no limit on address space and no look at the processes finds. */
const hiddenMemory = ['memfd_create', 'shmget', 'msgget', 'semget', 'mq_open'] as const

/** Numbers without gaps between them as one range each, smallest first. */
function rangesOf(numbers: readonly number[]): [first: number, last: number][] {
  const ranges: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open && number === open[1] + 1) open[1] = number
    else ranges.push([number, number])
  }
  return ranges
}

/**
 * The system call filter bubblewrap installs: classic BPF over `struct seccomp_data`.
 *
 * - Another architecture's calls kill the process.
 * - Calls that are not on the list fail with EPERM; those newer than the list with ENOSYS, and so does `clone3`, whose flags a
 *   filter cannot read: the C library falls back to `clone`.
 *
 * @param architecture - As `process.arch` names it.
 * @param options.isMemoryHeld - Whether the kernel counts all of a job's memory. Where it does not, there are fewer ways to get some.
 * @returns The program's bytes, or undefined for an architecture whose numbers are not known here.
 */
export function buildSeccompFilter(
  architecture: string,
  { isMemoryHeld }: { isMemoryHeld: boolean },
): Uint8Array | undefined {
  const own = architectures[architecture]
  if (!own) return undefined
  const program: [code: number, yes: number, no: number, value: number][] = []
  const emit = (code: number, value: number, jump: readonly [number, number] = [0, 0]) =>
    program.push([code, jump[0], jump[1], value])

  emit(load, 4)
  emit(equal, own.audit, [1, 0])
  emit(answer, kill)
  emit(load, 0)
  if (own.hasX32) {
    emit(atLeast, firstX32, [0, 1])
    emit(answer, errno(EPERM))
  }
  emit(atLeast, firstUnknown, [1, 0])
  emit(equal, clone3, [0, 1])
  emit(answer, errno(ENOSYS))

  emit(equal, own.clone, [0, 4])
  emit(load, argument(0))
  emit(anyBit, newNamespaces, [0, 1])
  emit(answer, errno(EPERM))
  emit(answer, allow)

  const [families, protocols] = [socketFamilies.length, socketProtocols.length]
  emit(equal, own.socket, [0, families + protocols + 5])
  emit(load, argument(0))
  for (const [index, family] of socketFamilies.entries()) emit(equal, family, [families - index, 0])
  emit(answer, errno(EPERM))
  emit(load, argument(2))
  for (const [index, protocol] of socketProtocols.entries()) emit(equal, protocol, [protocols - index, 0])
  emit(answer, errno(EPERM))
  emit(answer, allow)

  emit(equal, own.ioctl, [0, 3 + terminalRequests.length])
  emit(load, argument(1))
  for (const [index, request] of terminalRequests.entries()) emit(equal, request, [terminalRequests.length - index, 0])
  emit(answer, allow)
  emit(answer, errno(EPERM))

  const allowed = Object.entries(allowedSystemCalls)
    .filter(([name]) => isMemoryHeld || !hiddenMemory.some((hidden) => hidden === name))
    .flatMap(([, numbers]) => numbers[own.column] ?? [])
  for (const [first, last] of rangesOf(allowed)) {
    emit(atLeast, first, [0, 2])
    emit(above, last, [1, 0])
    emit(answer, allow)
  }
  emit(answer, errno(EPERM))

  const bytes = new DataView(new ArrayBuffer(program.length * 8))
  for (const [index, [code, yes, no, value]] of program.entries()) {
    bytes.setUint16(index * 8, code, true)
    bytes.setUint8(index * 8 + 2, yes)
    bytes.setUint8(index * 8 + 3, no)
    bytes.setUint32(index * 8 + 4, value >>> 0, true)
  }
  return new Uint8Array(bytes.buffer)
}
