import { PyObject } from '../values/PyObject'
import type { PyValue } from '../values/PyValue'

/** joblib's stand-in for an array whose elements follow in the file, outside any instruction. */
export function isArrayWrapper(value: PyValue): value is PyObject {
  return value instanceof PyObject && value.path === 'joblib.numpy_pickle.NumpyArrayWrapper'
}
