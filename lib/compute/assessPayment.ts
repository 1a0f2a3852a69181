import { sameAddress } from '@/lib/asset/sameAddress'
import type { FixedRate } from '@/lib/ocean'
import { hasRoom } from './hasRoom'
import type { AccessFacts, RunCheck, RunFacts } from './runCheck'

/** One order always costs one whole datatoken. */
export const orderCost = 10n ** 18n

/** The kind of access token that is got and used in one transaction. */
const joiningTemplate = 2

type PaymentChecks = {
  gas: RunCheck
  datasetAccess: RunCheck
  algorithmAccess: RunCheck
  fee: RunCheck
  /** Present when several amounts of one token have to be paid. */
  together: RunCheck[]
}

/** Whether the account can pay: each part by itself, and the parts together. */
export function assessPayment(facts: RunFacts): PaymentChecks {
  const datasetAccess = access('datasetAccess', facts)
  const algorithmAccess = access('algorithmAccess', facts)
  const fee = machineFee(facts)
  const nothingToSend = [datasetAccess, algorithmAccess].every(
    ({ finding }) => finding === 'ordered' || finding === 'inUse',
  )
  return { gas: gas(facts, nothingToSend), datasetAccess, algorithmAccess, fee, together: together(facts) }
}

function gas({ account, gas }: RunFacts, nothingToSend: boolean): RunCheck {
  const symbol = gas.known ? gas.value.symbol : ''
  if (nothingToSend) return { id: 'gas', finding: 'unneeded', symbol, level: 'green' }
  if (!gas.known)
    return { id: 'gas', finding: 'unknown', symbol, level: 'unknown', ...(account ? { fix: 'retry' } : {}) }
  if (gas.value.balance > 0n) return { id: 'gas', finding: 'enough', symbol, level: 'green' }
  return { id: 'gas', finding: 'none', symbol, level: 'red', fix: 'getGas' }
}

/** The offer an order would buy at, if one has to be bought. */
function findRate({ options, quote }: AccessFacts): FixedRate | undefined {
  if (quote.known && quote.value?.validOrder !== undefined) return undefined
  if (!options.known || options.value.balance >= orderCost) return undefined
  const { dispenser, fixedRates, templateId } = options.value
  if (dispenser && (dispenser.standalone || templateId === joiningTemplate)) return undefined
  return fixedRates.find(({ standalone }) => standalone || templateId === joiningTemplate)
}

function access(id: 'datasetAccess' | 'algorithmAccess', all: RunFacts): RunCheck {
  const facts = all[id]
  const whose = id === 'datasetAccess' ? 'dataset' : 'algorithm'
  const options = facts.options.known ? facts.options.value : undefined
  const rate = findRate(facts)
  const purse = facts.purse.known ? facts.purse.value : undefined
  const price = rate && purse ? { amount: rate.price, symbol: purse.symbol, decimals: purse.decimals } : undefined
  const common = {
    id,
    balance: options?.balance,
    price,
    timeout: facts.timeout,
    lapsedAt: facts.lapsedAt,
    paidFor: undefined,
  } as const
  const { environment } = all
  const scarce = environment && !environment.free && (facts.paidFor ?? 0) < environment.maxJobDuration
  const again = all.account === undefined ? {} : { fix: 'retry' as const }
  const quote = facts.quote.known ? facts.quote.value : undefined
  if (quote?.validOrder !== undefined && quote.providerFee === undefined) {
    if (facts.inUse) return { ...common, finding: 'inUse', level: 'red', fix: 'retry' }
    // The dataset's order pays the machine. A job may not take longer than what is left of it.
    const paidFor = scarce && id === 'datasetAccess' ? facts.paidFor : undefined
    const short = paidFor !== undefined && paidFor < (environment?.maxJobDuration ?? 0) / 2
    return { ...common, finding: 'ordered', level: short ? 'amber' : 'green', paidFor }
  }
  if (quote?.validOrder !== undefined) return { ...common, finding: 'renew', level: 'green' }
  if (options === undefined) return { ...common, finding: 'unknown', level: 'unknown', ...again }
  if (options.balance >= orderCost) return { ...common, finding: 'holds', level: 'green' }
  if (options.dispenser && (options.dispenser.standalone || options.templateId === joiningTemplate))
    return { ...common, finding: 'free', level: 'green' }
  if (rate === undefined) {
    const mayIssue = options.isMinter || sameAddress(all.account, all[whose].nft.owner)
    return { ...common, finding: 'noOffer', level: 'red', fix: mayIssue ? 'acquire' : 'askOwner', whose }
  }
  if (purse === undefined) return { ...common, finding: 'unknown', level: 'unknown', ...again }
  if (purse.balance >= rate.price) return { ...common, finding: 'priced', level: 'green' }
  return { ...common, finding: 'short', level: 'red', fix: 'fund' }
}

function machineFee({ account, fee, feeAllowance, environment, environments }: RunFacts): RunCheck {
  if (!fee.known) {
    const nothing = { amount: undefined, symbol: '', decimals: 18, balance: undefined }
    return { id: 'fee', finding: 'unknown', ...nothing, level: 'unknown' }
  }
  const { amount, symbol, decimals, balance } = fee.value
  const common = { id: 'fee', amount, symbol, decimals, balance } as const
  if (amount === 0n) return { ...common, finding: 'free', level: 'green' }
  if (balance === undefined)
    return { ...common, finding: 'unknown', level: 'unknown', ...(account ? { fix: 'retry' } : {}) }
  if (balance >= amount) {
    const approved = feeAllowance.known && feeAllowance.value >= amount
    return { ...common, finding: approved ? 'approved' : 'covered', level: 'green' }
  }
  const others = environments.known ? environments.value : []
  const alternative = others.find((other) => other.free && other.id !== environment?.id && hasRoom(other))?.id
  return alternative === undefined
    ? { ...common, finding: 'short', level: 'red', fix: 'fund' }
    : { ...common, finding: 'short', level: 'red', fix: 'chooseEnvironment', alternative }
}

/** Each part may be affordable and the whole not: amounts of one token are added up. */
function together({ datasetAccess, algorithmAccess, fee }: RunFacts): RunCheck[] {
  const parts: { token: string; amount: bigint; balance: bigint; symbol: string; decimals: number }[] = []
  for (const facts of [datasetAccess, algorithmAccess]) {
    const rate = findRate(facts)
    if (rate && facts.purse.known) parts.push({ ...facts.purse.value, token: rate.baseToken, amount: rate.price })
  }
  if (fee.known && fee.value.amount > 0n && fee.value.balance !== undefined)
    parts.push({ ...fee.value, balance: fee.value.balance })
  const tokens = [...new Set(parts.map(({ token }) => token.toLowerCase()))]
  return tokens.flatMap((token): RunCheck[] => {
    const same = parts.filter((part) => part.token.toLowerCase() === token)
    const [first] = same
    if (first === undefined || same.length < 2) return []
    const amount = same.reduce((sum, part) => sum + part.amount, 0n)
    const { balance, symbol, decimals } = first
    const common = { id: 'together', amount, balance, symbol, decimals } as const
    if (balance >= amount) return [{ ...common, finding: 'covered', level: 'green' }]
    return [{ ...common, finding: 'short', level: 'red', fix: 'fund' }]
  })
}
