import { type Address, getAddress, type Hex, isAddress, isHex } from 'viem'
import { z } from 'zod/mini'

/** An address in any casing, checksummed on the way in. */
export const addressSchema = z.pipe(
  z.string().check(z.refine((value) => isAddress(value, { strict: false }), 'not an address')),
  z.transform((value): Address => getAddress(value)),
)

/** An address kept exactly as written, for documents whose bytes matter. */
export const addressTextSchema = z.custom<Address>(
  (value) => typeof value === 'string' && isAddress(value, { strict: false }),
  'not an address',
)

export const hexSchema = z.custom<Hex>((value) => isHex(value), 'not hexadecimal')

/** A number that may arrive as decimal text; anything else is 0. */
export const looseNumberSchema = z.pipe(
  z.unknown(),
  z.transform((value): number => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : 0
  }),
)

/** Unix seconds with fraction, as text or number; anything else is no date. */
export const secondsSchema = z.pipe(
  z.unknown(),
  z.transform((value): Date | undefined => {
    const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 && seconds < 8.64e12
      ? new Date(seconds * 1000)
      : undefined
  }),
)

/** A whole, unsigned amount, as decimal text or safe number. */
export const amountSchema = z.pipe(
  z.union([
    z.string().check(z.regex(/^\d+$/)),
    z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= 0, 'not a whole amount')),
  ]),
  z.transform((value): bigint => BigInt(value)),
)

/** Text that is really there, or nothing. */
export const optionalTextSchema = z.pipe(
  z.unknown(),
  z.transform((value): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)),
)
