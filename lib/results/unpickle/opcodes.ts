/** How the bytes behind an instruction are read. */
export type ArgumentKind =
  | 'none'
  | 'uint1'
  | 'uint2'
  | 'int4'
  | 'uint4'
  | 'uint8'
  | 'float8'
  | 'long1'
  | 'long4'
  | 'decimalnl_short'
  | 'decimalnl_long'
  | 'floatnl'
  | 'stringnl'
  | 'stringnl_noescape'
  | 'stringnl_noescape_pair'
  | 'unicodestringnl'
  | 'string1'
  | 'string4'
  | 'bytes1'
  | 'bytes4'
  | 'bytes8'
  | 'bytearray8'
  | 'unicodestring1'
  | 'unicodestring4'
  | 'unicodestring8'

export type Opcode = { code: number; name: string; argument: ArgumentKind; protocol: number }

/** All 68 instructions of protocols 0 to 5: byte, name, argument, and the protocol that introduced it. */
const table: [code: number, name: string, argument: ArgumentKind, protocol: number][] = [
  [0x28, 'MARK', 'none', 0],
  [0x29, 'EMPTY_TUPLE', 'none', 1],
  [0x2e, 'STOP', 'none', 0],
  [0x30, 'POP', 'none', 0],
  [0x31, 'POP_MARK', 'none', 1],
  [0x32, 'DUP', 'none', 0],
  [0x42, 'BINBYTES', 'bytes4', 3],
  [0x43, 'SHORT_BINBYTES', 'bytes1', 3],
  [0x46, 'FLOAT', 'floatnl', 0],
  [0x47, 'BINFLOAT', 'float8', 1],
  [0x49, 'INT', 'decimalnl_short', 0],
  [0x4a, 'BININT', 'int4', 1],
  [0x4b, 'BININT1', 'uint1', 1],
  [0x4c, 'LONG', 'decimalnl_long', 0],
  [0x4d, 'BININT2', 'uint2', 1],
  [0x4e, 'NONE', 'none', 0],
  [0x50, 'PERSID', 'stringnl_noescape', 0],
  [0x51, 'BINPERSID', 'none', 1],
  [0x52, 'REDUCE', 'none', 0],
  [0x53, 'STRING', 'stringnl', 0],
  [0x54, 'BINSTRING', 'string4', 1],
  [0x55, 'SHORT_BINSTRING', 'string1', 1],
  [0x56, 'UNICODE', 'unicodestringnl', 0],
  [0x58, 'BINUNICODE', 'unicodestring4', 1],
  [0x5d, 'EMPTY_LIST', 'none', 1],
  [0x61, 'APPEND', 'none', 0],
  [0x62, 'BUILD', 'none', 0],
  [0x63, 'GLOBAL', 'stringnl_noescape_pair', 0],
  [0x64, 'DICT', 'none', 0],
  [0x65, 'APPENDS', 'none', 1],
  [0x67, 'GET', 'decimalnl_short', 0],
  [0x68, 'BINGET', 'uint1', 1],
  [0x69, 'INST', 'stringnl_noescape_pair', 0],
  [0x6a, 'LONG_BINGET', 'uint4', 1],
  [0x6c, 'LIST', 'none', 0],
  [0x6f, 'OBJ', 'none', 1],
  [0x70, 'PUT', 'decimalnl_short', 0],
  [0x71, 'BINPUT', 'uint1', 1],
  [0x72, 'LONG_BINPUT', 'uint4', 1],
  [0x73, 'SETITEM', 'none', 0],
  [0x74, 'TUPLE', 'none', 0],
  [0x75, 'SETITEMS', 'none', 1],
  [0x7d, 'EMPTY_DICT', 'none', 1],
  [0x80, 'PROTO', 'uint1', 2],
  [0x81, 'NEWOBJ', 'none', 2],
  [0x82, 'EXT1', 'uint1', 2],
  [0x83, 'EXT2', 'uint2', 2],
  [0x84, 'EXT4', 'int4', 2],
  [0x85, 'TUPLE1', 'none', 2],
  [0x86, 'TUPLE2', 'none', 2],
  [0x87, 'TUPLE3', 'none', 2],
  [0x88, 'NEWTRUE', 'none', 2],
  [0x89, 'NEWFALSE', 'none', 2],
  [0x8a, 'LONG1', 'long1', 2],
  [0x8b, 'LONG4', 'long4', 2],
  [0x8c, 'SHORT_BINUNICODE', 'unicodestring1', 4],
  [0x8d, 'BINUNICODE8', 'unicodestring8', 4],
  [0x8e, 'BINBYTES8', 'bytes8', 4],
  [0x8f, 'EMPTY_SET', 'none', 4],
  [0x90, 'ADDITEMS', 'none', 4],
  [0x91, 'FROZENSET', 'none', 4],
  [0x92, 'NEWOBJ_EX', 'none', 4],
  [0x93, 'STACK_GLOBAL', 'none', 4],
  [0x94, 'MEMOIZE', 'none', 4],
  [0x95, 'FRAME', 'uint8', 4],
  [0x96, 'BYTEARRAY8', 'bytearray8', 5],
  [0x97, 'NEXT_BUFFER', 'none', 5],
  [0x98, 'READONLY_BUFFER', 'none', 5],
]

export const opcodes: ReadonlyMap<number, Opcode> = new Map(
  table.map(([code, name, argument, protocol]) => [code, { code, name, argument, protocol }]),
)
