import type { ConfirmationPurpose } from '../types/flow'

/**
 * Gas a transaction usually takes, for the list of confirmations: measured on the contracts, with 1.5 kB of metadata.
 *
 * - Source: contracts specification 9
 */
export const typicalGas: Readonly<Partial<Record<ConfirmationPurpose, bigint>>> = {
  createAsset: 1_030_000n,
  createFreeAsset: 1_250_000n,
  createPricedAsset: 1_410_000n,
  publishInOne: 1_400_000n,
  publishAsset: 150_000n,
  updateAsset: 130_000n,
  changeState: 33_000n,
  mint: 76_000n,
  dispense: 104_000n,
  approve: 49_000n,
  buy: 213_000n,
  order: 152_000n,
  getAndOrder: 128_000n,
  buyAndOrder: 297_000n,
  renewOrder: 87_000n,
  orderInOne: 212_000n,
  setPrice: 50_000n,
}
