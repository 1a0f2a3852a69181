import { Machine } from '../Machine'
import { PickleError } from '../PickleError'
import { DType, product } from '../values/DType'
import { NDArray } from '../values/NDArray'
import { PyGlobal } from '../values/PyGlobal'
import type { PyObject } from '../values/PyObject'
import { PyTuple } from '../values/PyTuple'
import type { PyValue } from '../values/PyValue'
import { needIndex, toIndex } from './Handler'
import { memoryAxes } from './memoryAxes'

const nestingLimit = 8

/**
 * Reads the elements that joblib writes right behind its wrapper: a padding length, the padding, the raw elements; arrays
 * of objects are a whole pickle instead, which `run` reads.
 *
 * @throws {PickleError}
 */
export function readArrayBehind(machine: Machine, wrapper: PyObject, run: (inner: Machine) => PyValue): PyValue {
  const dtype = wrapper.attribute('dtype')
  const shape = wrapper.attribute('shape')
  if (!(dtype instanceof DType) || !(shape instanceof PyTuple)) throw new PickleError('ndarray', 'joblib wrapper')
  if (dtype.holdsObjects) {
    if (machine.nesting >= nestingLimit) throw new PickleError('limit', 'nested files')
    const inner = new Machine(machine.input, machine.options)
    inner.nesting = machine.nesting + 1
    inner.share(machine)
    return run(inner)
  }
  const lengths = shape.items.map(needIndex)
  const alignment = wrapper.attribute('numpy_array_alignment_bytes')
  if (alignment !== undefined && alignment !== null) machine.input.skip(machine.input.u8())
  const type = wrapper.attribute('subclass')
  const axes = memoryAxes(lengths.length, wrapper.attribute('order') === 'F')
  const bytes = machine.input.keep(product(lengths) * dtype.itemSize)
  const name = type instanceof PyGlobal && toIndex(type.name.length) ? type.path : 'numpy.ndarray'
  return new NDArray(name, { shape: lengths, dtype, axes, bytes })
}
