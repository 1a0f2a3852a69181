import type { Cell, Column } from '../types'
import { PyObject } from '../unpickle/values/PyObject'
import type { PyValue } from '../unpickle/values/PyValue'

/** The labels of a categorical dtype, in their order. */
export function categoryLabels(dtype: PyValue, read: (index: PyValue) => Column | undefined): Cell[] | undefined {
  if (!(dtype instanceof PyObject)) return undefined
  const index = dtype.attribute('categories') ?? dtype.attribute('_categories') ?? dtype.parameters.items[0]
  const column = index === undefined ? undefined : read(index)
  if (column?.kind === 'boolean') return Array.from(column.values, Boolean)
  return column && Array.from(column.values)
}
