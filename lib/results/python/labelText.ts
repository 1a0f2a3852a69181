import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import { pythonText } from './pythonText'
import { toCell } from './toCell'

/** The name of a series or a level; several parts as Python writes a tuple. */
export function labelText(name: PyValue): string {
  if (!(name instanceof PyTuple)) return String(toCell(name))
  const parts = name.items.slice(0, 8).map((item) => (typeof item === 'string' ? `'${item}'` : pythonText(item) || '…'))
  return `(${parts.join(', ')}${parts.length === 1 ? ',' : ''})`
}
