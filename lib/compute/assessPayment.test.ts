import { describe, expect, it } from 'vitest'
import type { AccessOptions, ProviderFee } from '@/lib/ocean'
import { orderCost } from './assessPayment'
import type { AccessFacts } from './runCheck'
import { access, checkOf, dispenser, environment, good, options, owner, sold } from './runFacts.fixture'

const providerFee: ProviderFee = {
  ...{ providerFeeAddress: owner, providerFeeToken: owner, providerFeeAmount: 1n },
  ...{ v: 27, r: '0x', s: '0x', validUntil: 1n, providerData: '0x' },
}
const ordered = (fee?: ProviderFee): AccessFacts => ({
  ...access,
  options: { known: false },
  quote: { known: true, value: { datatoken: undefined, validOrder: '0x01', providerFee: fee } },
})

describe('assessPayment', () => {
  it('takes an order that is still valid for access, whatever the balance', () => {
    expect(checkOf('datasetAccess', { datasetAccess: ordered() })).toMatchObject({ finding: 'ordered', level: 'green' })
    expect(checkOf('datasetAccess', { datasetAccess: ordered(providerFee) })).toMatchObject({ finding: 'renew' })
  })

  it('says when paid machine time is less than a job may take, and warns when it is much less', () => {
    const paid = { ...environment, free: false, maxJobDuration: 3600 }
    const left = (paidFor: number) =>
      checkOf('datasetAccess', { environment: paid, datasetAccess: { ...ordered(), paidFor } })
    expect(left(3600)).toMatchObject({ finding: 'ordered', level: 'green', paidFor: undefined })
    expect(left(3500)).toMatchObject({ finding: 'ordered', level: 'green', paidFor: 3500 })
    expect(left(1000)).toMatchObject({ finding: 'ordered', level: 'amber', paidFor: 1000 })
  })

  it('lets an order pay for one job at a time', () => {
    expect(checkOf('datasetAccess', { datasetAccess: { ...ordered(), inUse: true } })).toMatchObject({
      ...{ finding: 'inUse', level: 'red', fix: 'retry' },
    })
    expect(checkOf('datasetAccess', { datasetAccess: { ...ordered(providerFee), inUse: true } })).toMatchObject({
      ...{ finding: 'renew', level: 'green' },
    })
  })

  it('keeps in sight that an earlier order ran out', () => {
    expect(checkOf('datasetAccess', { datasetAccess: { ...access, lapsedAt: 7 } })).toMatchObject({
      ...{ finding: 'holds', lapsedAt: 7 },
    })
  })

  it('says how a missing token can be had', () => {
    const holding = (change: Partial<AccessOptions>): AccessFacts => ({
      ...access,
      options: { known: true, value: { ...options, balance: orderCost - 1n, ...change } },
    })
    const found = (change: Partial<AccessOptions>) => checkOf('algorithmAccess', { algorithmAccess: holding(change) })
    expect(found({})).toMatchObject({ finding: 'noOffer', level: 'red', fix: 'askOwner', whose: 'algorithm' })
    expect(found({ isMinter: true })).toMatchObject({ finding: 'noOffer', level: 'red', fix: 'acquire' })
    expect(found({ dispenser })).toMatchObject({ finding: 'free', level: 'green' })
    const joined = { ...dispenser, standalone: false }
    expect(found({ dispenser: joined })).toMatchObject({ finding: 'noOffer', level: 'red' })
    expect(found({ dispenser: joined, templateId: 2 })).toMatchObject({ finding: 'free', level: 'green' })
  })

  it('does not know what it was not told', () => {
    const blind: AccessFacts = { ...access, options: { known: false } }
    expect(checkOf('algorithmAccess', { algorithmAccess: blind })).toMatchObject({ level: 'unknown', fix: 'retry' })
    expect(checkOf('algorithmAccess', { algorithmAccess: blind, account: undefined })?.fix).toBeUndefined()
    const purseless: AccessFacts = { ...sold(3n), purse: { known: false } }
    expect(checkOf('datasetAccess', { datasetAccess: purseless })).toMatchObject({ level: 'unknown' })
    expect(checkOf('fee', { fee: { known: false } })).toMatchObject({ finding: 'unknown', level: 'unknown' })
    expect(checkOf('gas', { gas: { known: false } })).toMatchObject({
      finding: 'unknown',
      level: 'unknown',
      fix: 'retry',
    })
  })

  it('is red when the price of a token is more than the account holds', () => {
    expect(checkOf('datasetAccess', { datasetAccess: sold(3n) })).toMatchObject({ finding: 'priced', level: 'green' })
    expect(checkOf('datasetAccess', { datasetAccess: sold(2n) })).toMatchObject({
      ...{ finding: 'short', level: 'red', fix: 'fund', price: { amount: 3n, symbol: 'OCEAN' } },
    })
  })

  it('adds up what is paid in one token', () => {
    expect(checkOf('together', { datasetAccess: sold(6n) })).toBeUndefined()
    const both = (balance: bigint) =>
      checkOf('together', { datasetAccess: sold(balance), algorithmAccess: sold(balance) })
    expect(both(6n)).toMatchObject({ finding: 'covered', level: 'green', amount: 6n })
    expect(both(5n)).toMatchObject({ finding: 'short', level: 'red', fix: 'fund', amount: 6n, balance: 5n })
    const fee = {
      known: true,
      value: { amount: 2n, token: owner, symbol: 'OCEAN', decimals: 18, balance: 4n },
    } as const
    expect(checkOf('together', { datasetAccess: sold(4n), fee })).toMatchObject({ finding: 'short', amount: 5n })
  })

  it('judges the environment’s fee by balance and by what is approved', () => {
    const value = { amount: 5n, token: owner, symbol: 'OCEAN', decimals: 18, balance: 4n }
    const fee = { known: true, value } as const
    const enough = { known: true, value: { ...value, balance: 5n } } as const
    expect(checkOf('fee')).toMatchObject({ finding: 'free', level: 'green' })
    expect(checkOf('fee', { fee: enough })).toMatchObject({ finding: 'covered', level: 'green' })
    const feeAllowance = { known: true, value: 5n } as const
    expect(checkOf('fee', { fee: enough, feeAllowance })).toMatchObject({ finding: 'approved', level: 'green' })
    const paid = { ...environment, id: 'paid', free: false }
    expect(checkOf('fee', { fee, environment: paid })).toMatchObject({
      ...{ finding: 'short', level: 'red', fix: 'chooseEnvironment', alternative: 'free' },
    })
    const environments = { known: true, value: [paid] } as const
    expect(checkOf('fee', { fee, environment: paid, environments })).toMatchObject({ level: 'red', fix: 'fund' })
    const unseen = { known: true, value: { ...value, balance: undefined } } as const
    expect(checkOf('fee', { fee: unseen })).toMatchObject({ level: 'unknown', fix: 'retry' })
  })

  it('wants something for the transactions, unless there is none to send', () => {
    const gas = { known: true, value: { balance: 0n, symbol: 'ETH' } } as const
    expect(checkOf('gas', { gas })).toMatchObject({ finding: 'none', level: 'red', fix: 'getGas', symbol: 'ETH' })
    const both = { datasetAccess: ordered(), algorithmAccess: ordered() }
    expect(checkOf('gas', { gas, ...both })).toMatchObject({ finding: 'unneeded', level: 'green' })
    expect(checkOf('gas', { gas: good.gas })).toMatchObject({ finding: 'enough', level: 'green' })
  })
})
