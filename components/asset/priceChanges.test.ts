import { describe, expect, it } from 'vitest'
import type { DispenserStatus, FixedRate } from '@/lib/ocean'
import { listPriceChoices, parsePrice, toPricingChange } from './priceChanges'

const datatoken = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e' as const
const rate: FixedRate = {
  exchangeId: '0x01',
  exchange: datatoken,
  owner: datatoken,
  baseToken: datatoken,
  baseTokenDecimals: 6,
  active: true,
  price: 2_000_000n,
  supply: 10n ** 18n,
  allowedSwapper: undefined,
}
const dispenser: DispenserStatus = {
  active: true,
  canIssue: true,
  maxTokens: 1n,
  maxBalance: 1n,
  balance: 0n,
  allowedSwapper: undefined,
}
const methods = (state: Parameters<typeof listPriceChoices>[0]) => listPriceChoices(state).map(({ method }) => method)

describe('listPriceChoices', () => {
  it('offers to give away or to sell what is handed out by its owner only', () => {
    expect(methods({ dispenser: undefined, rates: [] })).toEqual(['giveAway', 'sell'])
  })
  it('offers to end what goes on and to resume what has ended', () => {
    expect(methods({ dispenser, rates: [rate] })).toEqual(['stopGivingAway', 'setRate', 'stopSales'])
    const ended = { dispenser: { ...dispenser, active: false }, rates: [{ ...rate, active: false }] }
    expect(methods(ended)).toEqual(['resumeGivingAway', 'setRate', 'resumeSales'])
  })
})

describe('parsePrice', () => {
  it.each([
    ['2.5', 6, 2_500_000n],
    [' 3 ', 18, 3n * 10n ** 18n],
    ['0', 18, undefined],
    ['0.0000001', 6, undefined],
    ['-1', 18, undefined],
    ['1e3', 18, undefined],
    ['', 18, undefined],
  ])('reads “%s” with %i decimals as %s', (text, decimals, price) => {
    expect(parsePrice(text, decimals)).toBe(price)
  })
})

describe('toPricingChange', () => {
  const given = { datatoken, price: undefined, baseToken: undefined }
  it('waits for the price and the token it needs', () => {
    expect(toPricingChange({ id: 'sell', method: 'sell' }, { ...given, price: 1n })).toBeUndefined()
    expect(toPricingChange({ id: '', method: 'setRate', rate }, given)).toBeUndefined()
    expect(toPricingChange({ id: '', method: 'setRate', rate }, { ...given, price: 5n })).toEqual({
      method: 'setRate',
      exchangeId: '0x01',
      price: 5n,
    })
  })
  it('switches sales of the price it was chosen for', () => {
    expect(toPricingChange({ id: '', method: 'stopSales', rate }, given)).toEqual({
      method: 'toggleSales',
      exchangeId: '0x01',
    })
  })
})
