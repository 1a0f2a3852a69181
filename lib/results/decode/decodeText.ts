import type { Payload } from '../python/arrayToResult'
import type { TextResult } from '../types'
import { decodeCharacters } from './decodeCharacters'

/** Text, cut at `textLength` characters. */
export function decodeText(bytes: Uint8Array, textLength: number): Payload<TextResult> {
  const sample = bytes.subarray(0, textLength * 4)
  const text = decodeCharacters(sample, { cut: sample.length < bytes.length }) ?? new TextDecoder().decode(sample)
  const kept = text.length > textLength ? text.slice(0, textLength) : text
  const truncated = kept.length < text.length || bytes.length > textLength * 4
  let lineCount = kept === '' ? 0 : kept.endsWith('\n') ? 0 : 1
  for (let at = kept.indexOf('\n'); at >= 0; at = kept.indexOf('\n', at + 1)) lineCount += 1
  return { kind: 'text', text: kept, lineCount, truncated }
}
