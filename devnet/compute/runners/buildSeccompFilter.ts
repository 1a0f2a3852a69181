import { refusedSystemCalls } from './syscalls'

type Architecture = {
  audit: number
  column: 0 | 1
  clone: number
  clone3: number
  socket: number
  ioctl: number
  hasX32: boolean
}

const architectures: Readonly<Record<string, Architecture>> = {
  x64: { audit: 0xc000003e, column: 0, clone: 56, clone3: 435, socket: 41, ioctl: 16, hasX32: true },
  arm64: { audit: 0xc00000b7, column: 1, clone: 220, clone3: 435, socket: 198, ioctl: 29, hasX32: false },
}

const load = 0x20 // BPF_LD | BPF_W | BPF_ABS
const equal = 0x15 // BPF_JMP | BPF_JEQ | BPF_K
const atLeast = 0x35 // BPF_JMP | BPF_JGE | BPF_K
const anyBit = 0x45 // BPF_JMP | BPF_JSET | BPF_K
const answer = 0x06 // BPF_RET | BPF_K
const allow = 0x7fff0000
const kill = 0x80000000
const errno = (code: number) => 0x00050000 | code
const EPERM = 1
const ENOSYS = 38
const newNamespaces = 0x7e020080 // CLONE_NEWNS | NEWTIME | NEWCGROUP | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET
const families = [1, 2, 10] // AF_UNIX, AF_INET, AF_INET6
const terminalRequests = [0x5412, 0x541c] // TIOCSTI, TIOCLINUX
const firstX32 = 0x40000000
const argument = (index: number) => 16 + 8 * index

/**
 * The system call filter bubblewrap installs: classic BPF over `struct seccomp_data`.
 *
 * - Another architecture's calls kill the process.
 * - Refused calls fail with EPERM; `clone3`, whose flags a filter cannot read, with ENOSYS, so that the C library falls back.
 *
 * @param architecture - As `process.arch` names it.
 * @returns The program's bytes, or undefined for an architecture whose numbers are not known here.
 */
export function buildSeccompFilter(architecture: string): Uint8Array | undefined {
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
  for (const numbers of Object.values(refusedSystemCalls)) {
    const number = numbers[own.column]
    if (number === undefined) continue
    emit(equal, number, [0, 1])
    emit(answer, errno(EPERM))
  }
  emit(equal, own.clone3, [0, 1])
  emit(answer, errno(ENOSYS))

  emit(equal, own.clone, [0, 4])
  emit(load, argument(0))
  emit(anyBit, newNamespaces, [0, 1])
  emit(answer, errno(EPERM))
  emit(answer, allow)

  emit(equal, own.socket, [0, 3 + families.length])
  emit(load, argument(0))
  for (const [index, family] of families.entries()) emit(equal, family, [families.length - index, 0])
  emit(answer, errno(EPERM))
  emit(answer, allow)

  emit(equal, own.ioctl, [0, 1 + terminalRequests.length])
  emit(load, argument(1))
  for (const [index, request] of terminalRequests.entries()) emit(equal, request, [terminalRequests.length - index, 0])
  emit(answer, allow)
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
