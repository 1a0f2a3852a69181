import { PickleError } from '../PickleError'
import { DType, type DTypeField, type DTypeParts, product } from '../values/DType'
import { PyDict } from '../values/PyDict'
import { PyTuple } from '../values/PyTuple'
import type { PyValue } from '../values/PyValue'
import { needIndex, toIndex, toText } from './Handler'

/**
 * `(version, byte order, subarray, names, fields, size, alignment, flags, metadata)`; older versions leave out the end.
 *
 * @throws {PickleError} `build` or `dtype`
 */
export function buildDType(target: DType, state: PyValue): void {
  if (!(state instanceof PyTuple) || state.items.length < 6) throw new PickleError('build', 'state of a dtype')
  const [, order = null, subarray = null, names = null, fields = null, size = null, , , metadata = null] = state.items
  const change: Partial<DTypeParts> = { littleEndian: toText(order) !== '>' }
  const itemSize = toIndex(size) ?? -1
  if (itemSize >= 0 && 'SUV'.includes(target.kind)) change.itemSize = itemSize
  else if (itemSize >= 0 && itemSize !== target.itemSize) throw new PickleError('dtype', 'item size')
  if (subarray instanceof PyTuple) change.subarray = subarrayOf(subarray)
  if (change.subarray) change.itemSize = product(change.subarray.shape) * change.subarray.base.itemSize
  if (fields instanceof PyDict) change.fields = fieldsOf(names, fields)
  const unit = 'Mm'.includes(target.kind) && metadata instanceof PyTuple ? unitOf(metadata) : undefined
  if (unit) change.unit = unit
  target.build(change)
}

function subarrayOf({ items }: PyTuple): NonNullable<DTypeParts['subarray']> {
  const [base, shape] = items
  if (!(base instanceof DType)) throw new PickleError('dtype', 'subarray')
  return { base, shape: shape instanceof PyTuple ? shape.items.map(needIndex) : [needIndex(shape)] }
}

function fieldsOf(names: PyValue, fields: PyDict): DTypeField[] {
  const order = names instanceof PyTuple ? names.items : fields.keys()
  return order.map((name) => {
    const field = fields.get(name)
    const [dtype, offset] = field instanceof PyTuple ? field.items : []
    const text = toText(name)
    if (!(dtype instanceof DType) || text === undefined) throw new PickleError('dtype', 'field')
    return { name: text, dtype, offset: needIndex(offset) }
  })
}

/** The last member is `(unit, multiple, divisor, event)`. */
function unitOf(metadata: PyTuple): { name: string; count: number } | undefined {
  const inner = metadata.items.at(-1)
  const [name, count] = inner instanceof PyTuple ? inner.items : []
  const text = toText(name)
  return text === undefined ? undefined : { name: text, count: Math.max(1, toIndex(count) ?? 1) }
}
