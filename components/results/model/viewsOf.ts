import type { ArrayResult, DecodedResult } from '@/lib/results/types'
import { trueShape } from './toGrid'

export type ViewId =
  | 'surface'
  | 'heatMap'
  | 'difference'
  | 'line'
  | 'histogram'
  | 'table'
  | 'columns'
  | 'summary'
  | 'image'
  | 'text'
  | 'archive'
  | 'structure'
  | 'contents'
  | 'hex'

/** Class maps have this many classes at most; beyond, integers are shown as quantities. */
const mostClasses = 20

/** The views a result can be looked at in, the best one first. */
export function viewsOf(result: DecodedResult): ViewId[] {
  const tail: ViewId[] = [
    ...(result.tree && result.kind !== 'tree' ? (['structure'] as const) : []),
    ...(result.pickle ? (['contents'] as const) : []),
    'hex',
  ]
  switch (result.kind) {
    case 'array':
      return [...viewsOfArray(result), ...tail]
    case 'table':
      return ['table', 'columns', ...tail]
    case 'image':
      return ['image', ...tail]
    case 'text':
      return ['text', ...tail]
    case 'archive':
      return ['archive', ...tail]
    case 'tree':
      return ['structure', ...tail]
    default:
      return tail
  }
}

function viewsOfArray(result: ArrayResult): ViewId[] {
  const axes = trueShape(result.shape).length
  if (result.data.length === 0) return ['summary']
  if (axes >= 2) {
    return isClassMap(result)
      ? ['heatMap', 'histogram', 'table', 'surface', 'summary']
      : ['surface', 'heatMap', 'table', 'histogram', 'summary']
  }
  if (axes === 1) return ['line', 'histogram', 'table', 'summary']
  return ['summary']
}

/** Whether the numbers name classes rather than measure something. */
export function isClassMap(result: ArrayResult): boolean {
  if (result.elements === 'boolean') return true
  const { allIntegers, distinctIntegers } = result.summary
  return allIntegers && distinctIntegers !== undefined && distinctIntegers <= mostClasses && distinctIntegers > 0
}
