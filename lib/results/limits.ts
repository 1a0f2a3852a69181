import type { DecodeLimits } from './types'

const mebibyte = 1024 ** 2

export const defaultDecodeLimits: DecodeLimits = {
  inputBytes: 512 * mebibyte,
  unpackedBytes: 256 * mebibyte,
  ratio: 1100,
  entries: 2000,
  textLength: 2_000_000,
  rows: 1_000_000,
  cells: 20_000_000,
  pixels: 50_000_000,
  treeNodes: 5000,
}
