import { builtinHandlers } from './builtins'
import { datetimeHandlers } from './datetimes'
import type { Handler } from './Handler'
import { numpyHandlers } from './numpy'
import { stdlibHandlers } from './stdlib'

/** The allow-list: everything this reader understands, by module and name. */
const registry: ReadonlyMap<string, Handler> = new Map(
  [...builtinHandlers, ...stdlibHandlers, ...datetimeHandlers, ...numpyHandlers].map(([module, name, handler]) => [
    `${module}\n${name}`,
    handler,
  ]),
)

/** Classes that are understood as a name only, as in `_reconstruct(numpy.ndarray, ...)`. */
const names: ReadonlySet<string> = new Set([
  'joblib.numpy_pickle\nNumpyArrayWrapper',
  'numpy\nndarray',
  'numpy\nmatrix',
  'numpy\nrecord',
  'numpy\nrecarray',
  'numpy\nmemmap',
  'numpy.matrixlib.defmatrix\nmatrix',
  'numpy.core.records\nrecarray',
  'numpy.rec\nrecarray',
  'numpy._core.records\nrecarray',
  'numpy.ma.core\nMaskedArray',
  'numpy.ma\nMaskedArray',
  ...['builtins', '__builtin__'].flatMap((module) =>
    ['object', 'int', 'float', 'str', 'bool', 'unicode', 'long'].map((name) => `${module}\n${name}`),
  ),
])

/** The handler for a name, or `undefined` for everything not on the allow-list. */
export function findHandler(module: string, name: string): Handler | undefined {
  return registry.get(`${module}\n${name}`)
}

/** True when values made with this name are understood. */
export function isKnownName(module: string, name: string): boolean {
  return registry.has(`${module}\n${name}`) || names.has(`${module}\n${name}`)
}
