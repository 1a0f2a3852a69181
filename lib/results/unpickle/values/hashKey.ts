import { PickleError } from '../PickleError'
import { type HashPart, PyBase, type PyValue } from './PyValue'

const nodeLimit = 256
const byteLimit = 4096

/**
 * A map key such that two values have the same one exactly when Python calls them equal: `1`, `1.0` and `True` are, `'1'`
 * is not, tuples compare by members. Values beyond a bound, and values this reader does not know, are equal only to themselves.
 *
 * @throws {PickleError} `hash` for values that Python cannot hash.
 */
export function hashKey(value: PyValue): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0s${value}` : value
  if (typeof value === 'number') return Number.isNaN(value) ? Symbol('nan') : value
  let nodes = nodeLimit
  const describe = (each: PyValue): HashPart => {
    nodes -= 1
    return nodes < 0 ? undefined : part(each, describe)
  }
  const key = describe(value)
  return key === undefined ? value : typeof key === 'string' ? `\0${key}` : key
}

function part(value: PyValue, describe: (value: PyValue) => HashPart): HashPart {
  if (value === null) return null
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value
  if (typeof value === 'bigint') {
    const near = Number(value)
    return Number.isFinite(near) && BigInt(near) === value ? near : value
  }
  if (value instanceof PyBase) return value.hashPart(describe)
  if (value instanceof Uint8Array) return value.length > byteLimit ? undefined : `b${value.join()}`
  throw new PickleError('hash')
}
