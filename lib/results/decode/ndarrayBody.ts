import { arrayToResult, type Payload } from '../python/arrayToResult'
import { inspectPython } from '../python/inspectPython'
import type { ArrayResult, TableResult, TreeResult } from '../types'
import type { NDArray } from '../unpickle/values/NDArray'

/** A numpy array as an array or table, or as a tree where neither fits. */
export function ndarrayBody(
  array: NDArray,
  treeNodes: number,
): Payload<ArrayResult> | Payload<TableResult> | Payload<TreeResult> {
  return arrayToResult(array) ?? { kind: 'tree', tree: inspectPython(array, treeNodes) }
}
