import { createECDH } from 'node:crypto'

const prime = 2n ** 256n - 2n ** 32n - 977n
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/**
 * The product of a secret and a public point of secp256k1, uncompressed (65 bytes).
 *
 * The built-in key agreement yields x only. Of the two points with that x, the product is the one which, with the public point
 * added, gives the x of the next multiple.
 */
export function sharedPoint(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const secret = toBigInt(privateKey)
  const x = agree(secret, publicKey)
  const y = power(modulo(x ** 3n + 7n), (prime + 1n) / 4n)
  const next = agree((secret + 1n) % order, publicKey)
  const parity = sumX({ x, y }, pointOf(publicKey)) === next ? y : prime - y
  return Uint8Array.from([4, ...toBytes(x), ...toBytes(parity)])
}

type Point = { x: bigint; y: bigint }

function agree(secret: bigint, publicKey: Uint8Array): bigint {
  const pair = createECDH('secp256k1')
  pair.setPrivateKey(toBytes(secret))
  return toBigInt(pair.computeSecret(publicKey))
}

function sumX(a: Point, b: Point): bigint {
  const slope = modulo((b.y - a.y) * power(modulo(b.x - a.x), prime - 2n))
  return modulo(slope * slope - a.x - b.x)
}

function pointOf(publicKey: Uint8Array): Point {
  return { x: toBigInt(publicKey.subarray(1, 33)), y: toBigInt(publicKey.subarray(33, 65)) }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square)
    square = modulo(square * square)
  }
  return result
}

function modulo(value: bigint): bigint {
  const rest = value % prime
  return rest < 0n ? rest + prime : rest
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function toBytes(value: bigint): Uint8Array {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
}
