import { arrayToResult, type Payload } from '../python/arrayToResult'
import { inspectPython } from '../python/inspectPython'
import { listToResult } from '../python/listToResult'
import { pythonText } from '../python/pythonText'
import type { ArrayResult, DecodeLimits, PickleFacts, TableResult, TextResult, TreeResult } from '../types'
import { unpickle } from '../unpickle/unpickle'
import { DType } from '../unpickle/values/DType'
import { NDArray } from '../unpickle/values/NDArray'
import { NPScalar } from '../unpickle/values/NPScalar'
import { PyDict } from '../unpickle/values/PyDict'
import { PyObject } from '../unpickle/values/PyObject'
import type { PyValue } from '../unpickle/values/PyValue'

export type PickleResult = Payload<ArrayResult> | Payload<TableResult> | Payload<TextResult> | Payload<TreeResult>

/**
 * Reads a pickle (or a joblib file) and picks the best way to look at it.
 *
 * @throws {PickleError}
 */
export async function decodePickle(
  bytes: Uint8Array<ArrayBuffer>,
  options: { owned: boolean; limits: Pick<DecodeLimits, 'treeNodes' | 'textLength'> },
): Promise<PickleResult> {
  const { value, imports, protocol, opcodes } = unpickle(bytes, { owned: options.owned, integers: 'bigint' })
  const pickle: PickleFacts = {
    protocol,
    opcodes,
    imports: imports.map(({ module, name, known }) => ({ module, name, known })),
  }
  const tree = inspectPython(value, options.limits.treeNodes)
  return { pickle, tree, ...((await interpret(value, options.limits.textLength)) ?? { kind: 'tree', tree }) }
}

type Interpretation = Payload<ArrayResult> | Payload<TableResult> | Payload<TextResult> | undefined

async function interpret(value: PyValue, textLength: number): Promise<Interpretation> {
  if (value instanceof NDArray) return arrayToResult(value)
  if (value instanceof NPScalar || typeof value === 'number' || typeof value === 'bigint') return scalarResult(value)
  if (typeof value === 'string') {
    const text = value.slice(0, textLength)
    return { kind: 'text', text, lineCount: text.split('\n').length, truncated: text.length < value.length }
  }
  if (value instanceof PyObject) {
    const { frameToResult } = await import('../python/frameToResult')
    return frameToResult(value)
  }
  if (value instanceof PyDict) {
    const { dictToResult } = await import('../python/dictToResult')
    return dictToResult(value)
  }
  if (Array.isArray(value)) {
    const { recordsToResult } = await import('../python/dictToResult')
    return listToResult(value) ?? recordsToResult(value)
  }
  return listToResult(value)
}

/** One number is an array without dimensions. */
function scalarResult(value: NPScalar | number | bigint): Interpretation {
  const plain = value instanceof NPScalar ? value.value : value
  if (typeof plain !== 'number' && !(typeof plain === 'bigint' && Number.isSafeInteger(Number(plain)))) {
    const text = pythonText(value)
    return { kind: 'text', text, lineCount: 1, truncated: false }
  }
  const bytes = new Uint8Array(Float64Array.of(Number(plain)).buffer)
  const result = arrayToResult(new NDArray('float', { shape: [], dtype: new DType({ kind: 'f', itemSize: 8 }), bytes }))
  const isInteger = typeof plain === 'bigint' || (value instanceof NPScalar && 'iu'.includes(value.dtype.kind))
  if (result?.kind !== 'array') return undefined
  const dtype = value instanceof NPScalar ? value.dtype.name : isInteger ? 'int' : 'float'
  return { ...result, dtype, elements: isInteger ? 'integer' : 'float' }
}
