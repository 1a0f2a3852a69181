import { Input } from './Input'
import { decodeLong, parseFloatText, parseInteger } from './integers'
import { defaultLimits } from './limits'
import { type ArgumentKind, opcodes } from './opcodes'
import { PickleError } from './PickleError'
import { decodeLatin1, decodeRawUnicodeEscape, decodeStringEscape, decodeUtf8 } from './text'

export type Instruction = {
  position: number
  name: string
  /** `undefined` when the instruction has none. Bytes are views of the input. */
  argument: string | number | bigint | Uint8Array<ArrayBuffer> | undefined
}

/**
 * Lists the instructions of a pickle without carrying any of them out, up to and including STOP.
 *
 * @throws {PickleError} where the bytes are no instruction; what was yielded before stays valid.
 */
export function* disassemble(bytes: Uint8Array<ArrayBuffer>, limit = 10_000): Generator<Instruction> {
  const input = new Input(bytes)
  for (let count = 0; count < limit; count += 1) {
    const position = input.position
    let instruction: Instruction
    try {
      const code = input.u8()
      const opcode = opcodes.get(code)
      if (!opcode) throw new PickleError('opcode', `0x${code.toString(16).padStart(2, '0')}`)
      instruction = { position, name: opcode.name, argument: read(input, opcode.argument) }
    } catch (error) {
      if (error instanceof PickleError) error.position = position
      throw error
    }
    yield instruction
    if (instruction.name === 'STOP') return
  }
}

function read(input: Input, kind: ArgumentKind): Instruction['argument'] {
  switch (kind) {
    case 'none':
      return undefined
    case 'uint1':
      return input.u8()
    case 'uint2':
      return input.u16()
    case 'int4':
      return input.i32()
    case 'uint4':
      return input.u32()
    case 'uint8':
      return input.u64()
    case 'float8':
      return input.f64()
    case 'long1':
      return decodeLong(input.peek(input.u8()))
    case 'long4':
      return decodeLong(input.peek(positive(input, defaultLimits.integerBytes)))
    case 'bytes1':
      return input.peek(input.u8())
    case 'bytes4':
      return input.peek(input.u32())
    case 'bytes8':
    case 'bytearray8':
      return input.peek(input.u64())
    case 'unicodestring1':
      return decodeUtf8(input.peek(input.u8()))
    case 'unicodestring4':
      return decodeUtf8(input.peek(input.u32()))
    case 'unicodestring8':
      return decodeUtf8(input.peek(input.u64()))
    case 'string1':
      return decodeLatin1(input.peek(input.u8()))
    case 'string4':
      return decodeLatin1(input.peek(positive(input, defaultLimits.stringBytes)))
    default:
      return readLine(input, kind)
  }
}

function readLine(input: Input, kind: ArgumentKind): Instruction['argument'] {
  const line = input.line()
  const digits = defaultLimits.integerDigits
  switch (kind) {
    case 'decimalnl_short': {
      const text = decodeLatin1(line)
      return text === '00' || text === '01' ? Number(text) : parseInteger(text, digits)
    }
    case 'decimalnl_long':
      return parseInteger(decodeLatin1(line).replace(/L$/, ''), digits)
    case 'floatnl':
      return parseFloatText(decodeLatin1(line))
    case 'stringnl':
      return decodeLatin1(decodeStringEscape(line))
    case 'unicodestringnl':
      return decodeRawUnicodeEscape(line)
    case 'stringnl_noescape_pair':
      return `${decodeUtf8(line)} ${decodeUtf8(input.line())}`
    default:
      return decodeUtf8(line)
  }
}

function positive(input: Input, limit: number): number {
  const length = input.i32()
  if (length < 0) throw new PickleError('length')
  if (length > limit && length <= input.remaining) throw new PickleError('limit', 'length')
  return length
}
