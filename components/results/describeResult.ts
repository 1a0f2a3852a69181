import type { Messages } from '@/lib/messages'
import type { DecodedResult } from '@/lib/results/types'

/** What was read, in a few words each. */
export function describeResult(
  result: DecodedResult,
  { results, common }: Pick<Messages, 'results' | 'common'>,
): string[] {
  const t = results.facts
  const format = result.format === 'unknown' ? t.unknownFormat : result.format.toUpperCase()
  return [
    ...shapeOf(result, t),
    result.pickle ? t.pickle(result.pickle.protocol) : format,
    common.bytes(result.byteLength),
  ]
}

function shapeOf(result: DecodedResult, t: Messages['results']['facts']): string[] {
  switch (result.kind) {
    case 'array':
      return [`${t.shape(result.shape)} ${result.dtype}`]
    case 'table':
      return [t.table(result.rowCount, result.columns.length)]
    case 'image':
      return [t.pixels(result.width, result.height)]
    case 'text':
      return [t.lines(result.lineCount)]
    case 'archive':
      return [t.entries(result.entries.length)]
    case 'tree':
      return [result.tree.type]
    default:
      return []
  }
}
