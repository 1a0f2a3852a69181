import { PickleError } from '../PickleError'
import { DType } from '../values/DType'
import { NDArray } from '../values/NDArray'
import { NPScalar } from '../values/NPScalar'
import { PyGlobal } from '../values/PyGlobal'
import { PyTuple } from '../values/PyTuple'
import { parseDType } from '../values/parseDType'
import { readItem } from '../values/readItem'
import { type Handler, type Handlers, needIndex, toBytes, toText } from './Handler'
import { memoryAxes } from './memoryAxes'

/** numpy 1 and numpy 2 keep the same functions under different names. */
const inModules = (modules: readonly string[], name: string, handler: Handler): Handlers =>
  modules.map((module) => [module, name, handler] as const)

const reconstruct: Handler = ([type, shape]) =>
  type instanceof PyGlobal && shape instanceof PyTuple ? new NDArray(publicName(type)) : undefined

const maskedReconstruct: Handler = ([type]) => (type instanceof PyGlobal ? new NDArray(publicName(type)) : undefined)

/** numpy moved classes between modules; the name people know is the one they import. */
function publicName(type: PyGlobal): string {
  if (
    /^numpy\.(matrixlib\.defmatrix|core\.records|rec|core\.memmap|core\.defchararray|_core\.\w+)$/.test(type.module)
  ) {
    return `numpy.${type.name}`
  }
  return type.module === 'numpy.ma' || type.module === 'numpy.ma.core' ? `numpy.ma.${type.name}` : type.path
}

const fromBuffer: Handler = ([buffer, dtype, shape, order = 'C', axes], machine) => {
  if (buffer instanceof NDArray && buffer.dtype.itemSize === 1)
    return fromBuffer([buffer.bytes, dtype ?? null, shape ?? null, order], machine)
  const bytes = toBytes(buffer)
  if (!bytes || !(dtype instanceof DType)) return undefined
  if (dtype.holdsObjects) throw new PickleError('ndarray', 'objects in a buffer')
  const lengths = shape instanceof PyTuple ? shape.items.map(needIndex) : [needIndex(shape)]
  if (order === 'K' && axes instanceof PyTuple) {
    const axisOrder = axes.items.map(needIndex)
    if (axisOrder.some((axis) => axis < 0 || axis >= lengths.length) || axisOrder.length !== lengths.length) {
      throw new PickleError('ndarray', 'axes')
    }
    const transposed = axisOrder.map((axis) => lengths[axis] ?? 0)
    const memory = lengths.map((_, axis) => axisOrder.indexOf(axis))
    return new NDArray('numpy.ndarray', { shape: transposed, dtype, bytes, axes: memory })
  }
  if (order !== 'C' && order !== 'F' && order !== 'A') throw new PickleError('ndarray', 'order')
  return new NDArray('numpy.ndarray', { shape: lengths, dtype, bytes, axes: memoryAxes(lengths.length, order === 'F') })
}

const scalar: Handler = ([dtype, raw = null]) => {
  if (!(dtype instanceof DType)) return undefined
  if (dtype.holdsObjects) {
    const structured = dtype.fields && raw instanceof NDArray && raw.size === 1
    return structured ? new NPScalar(dtype, raw.objects?.[0] ?? null) : raw
  }
  const bytes = toBytes(raw)
  if (!bytes || bytes.length !== dtype.itemSize) throw new PickleError('ndarray', 'size of a scalar')
  const value = readItem(dtype, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0)
  return value instanceof NPScalar ? value : new NPScalar(dtype, value)
}

const dtypeNames: Record<string, string> = {
  bool_: '|b1',
  bool: '|b1',
  float64: '<f8',
  float32: '<f4',
  float16: '<f2',
  int64: '<i8',
  int32: '<i4',
  int16: '<i2',
  int8: '|i1',
  uint64: '<u8',
  uint32: '<u4',
  uint16: '<u2',
  uint8: '|u1',
  complex128: '<c16',
  complex64: '<c8',
  object_: '|O',
}

const dtype: Handler = ([code]) => {
  const text = toText(code)
  if (text !== undefined) return parseDType(Object.hasOwn(dtypeNames, text) ? (dtypeNames[text] ?? text) : text)
  if (!(code instanceof PyGlobal)) return undefined
  if (code.name === 'record' || code.name === 'void')
    return new DType({ kind: 'V', itemSize: 0, record: code.name === 'record' })
  const plain = Object.hasOwn(dtypeNames, code.name) ? dtypeNames[code.name] : undefined
  return plain && code.module === 'numpy' ? parseDType(plain) : undefined
}

const stringDType: Handler = () => new DType({ kind: 'T', itemSize: 16 })

const multiarray = [
  'numpy.core.multiarray',
  'numpy._core.multiarray',
  'numpy.core._multiarray_umath',
  'numpy._core._multiarray_umath',
]

export const numpyHandlers: Handlers = [
  ...inModules(multiarray, '_reconstruct', reconstruct),
  ...inModules(multiarray, 'scalar', scalar),
  ...inModules(['numpy.core.numeric', 'numpy._core.numeric'], '_frombuffer', fromBuffer),
  ...inModules(['numpy.ma.core', 'numpy.ma'], '_mareconstruct', maskedReconstruct),
  ['numpy', 'dtype', dtype],
  ...inModules(['numpy._core._internal', 'numpy.core._internal'], '_convert_to_stringdtype_kwargs', stringDType),
]
