import { type Address, getAddress, type Hex } from 'viem'
import { getTokenBalance } from '../actions/chain/getTokenBalance'
import { getTokenInfo } from '../actions/chain/getTokenInfo'
import { initializeCompute } from '../actions/provider/initializeCompute'
import { canBatch } from '../clients/canBatch'
import {
  BalanceTooLowError,
  OrderNotRecognisedError,
  PriceChangedError,
  QuoteRejectedError,
} from '../errors/OrderError'
import type { OceanClient } from '../types/client'
import type { ComputeEnvironment, OrderQuote } from '../types/provider'
import { checkQuote } from '../utils/checkQuote'
import type { Flow } from './createFlow'
import { type FoundOrder, findOrder } from './findOrder'
import { type OrderAction, planOrder } from './planOrder'
import type { ComputeItem, ResolvedCompute } from './resolveCompute'

type PreparedItem = {
  item: ComputeItem
  /** Hash to name to the Provider when nothing has to be paid. */
  transferTxId: Hex | undefined
  actions: OrderAction[]
}

export type PreparedOrders = {
  items: PreparedItem[]
  /** Base units by token that leave the account. */
  spending: Map<Address, bigint>
  /** Unix seconds. */
  validUntil: number
  /** True when the wallet takes all transactions with one prompt. */
  batch: boolean
  /** When the quotes were fetched, ms. */
  preparedAt: number
}

/** Seconds of machine time that is paid already below which it is not worth a start. */
const leastPaidTime = 15 * 60

type Context = Pick<Flow, 'client' | 'checkpoint' | 'account' | 'signal'>

/**
 * Asks for fresh quotes, checks them, and lists the transactions still needed. Nothing is sent.
 *
 * - Source: provider-aquarius specification 4.3
 *
 * @throws {QuoteRejectedError} @throws {OrderNotRecognisedError} @throws {BalanceTooLowError} @throws {DatatokenUnavailableError}
 */
export async function prepareOrders(context: Context, resolved: ResolvedCompute): Promise<PreparedOrders> {
  const { client, account, signal } = context
  const { draft, datasets, algorithm, environment, root } = resolved
  const items = [...datasets, ...(algorithm ? [algorithm] : [])]
  const found = await Promise.all(items.map((item) => findOrder(context, item, resolved)))
  const validUntil = chooseValidity(resolved, found)
  const named = items.map((item, index) => ({ ...item, transferTxId: found[index]?.transactionHash }))
  const quotes = await initializeCompute(client, {
    providerUrl: root.url,
    datasets: named.slice(0, datasets.length),
    algorithm: draft.algorithm.meta ? { meta: draft.algorithm.meta } : (named.at(-1) ?? draftMissing()),
    environmentId: environment.id,
    validUntil,
    consumerAddress: environment.consumerAddress,
    signal,
  })
  const maxAmount = await getPlausibleAmount(client, environment, validUntil)
  const provider = root.addresses[client.network.chainId]
  const reserved = new Map<string, bigint>()
  const prepared: PreparedItem[] = []
  for (const [index, item] of items.entries()) {
    const quote = index < datasets.length ? quotes.datasets[index] : quotes.algorithm
    if (!quote) throw new QuoteRejectedError({ reason: 'incomplete' })
    const { datatoken, serviceId } = item
    await checkQuote({
      quote,
      datatoken,
      serviceId,
      environmentId: environment.id,
      provider,
      feeToken: environment.feeToken,
      maxAmount,
      validUntil,
    })
    const held = reserved.get(datatoken) ?? 0n
    prepared.push(
      await prepareItem({
        client,
        account,
        item,
        quote,
        order: found[index],
        consumer: environment.consumerAddress,
        reserved: held,
      }),
    )
    if (!quote.validOrder) reserved.set(datatoken, held + 10n ** 18n)
  }
  const spending = await checkBalances(client, account, prepared)
  const batch = prepared.flatMap(({ actions }) => actions).length > 1 && (await canBatch(client))
  return { items: prepared, spending, validUntil, batch, preparedAt: Date.now() }
}

function draftMissing(): never {
  throw new QuoteRejectedError({ reason: 'incomplete' })
}

type PrepareItemParameters = {
  client: OceanClient
  account: Address
  item: ComputeItem
  quote: OrderQuote
  order: FoundOrder | undefined
  consumer: Address
  reserved: bigint
}

async function prepareItem({
  client,
  account,
  item,
  quote,
  order,
  consumer,
  reserved,
}: PrepareItemParameters): Promise<PreparedItem> {
  const { providerFee, validOrder } = quote
  if (!providerFee) {
    const transferTxId = order?.transactionHash ?? validOrder
    if (!transferTxId) throw new QuoteRejectedError({ reason: 'incomplete' })
    return { item, transferTxId, actions: [] }
  }
  if (order?.own && !validOrder)
    throw new OrderNotRecognisedError({ transactionHash: order.transactionHash, did: item.did })
  return {
    item,
    transferTxId: undefined,
    actions: await planOrder(client, { item, account, consumer, providerFee, validOrder, reserved }),
  }
}

/**
 * Until when the environment is to be paid: no longer than orders in hand last, if they last long enough, so that they need no
 * renewal; a free environment is asked for nearly a day, which costs nothing; a paid one for what is needed. Time that has been
 * paid for is used up before more is bought, unless the draft says how much it needs: the job has to end with it.
 */
function chooseValidity({ draft, environment }: ResolvedCompute, found: readonly (FoundOrder | undefined)[]): number {
  const now = Math.floor(Date.now() / 1000)
  const needed = draft.duration ?? (environment.maxJobDuration || 3_600)
  const enough = draft.duration ?? (environment.free ? needed : Math.min(needed, leastPaidTime))
  const lasting = found.flatMap((order) => (order && order.paidUntil >= now + enough ? [order.paidUntil] : []))
  if (lasting.length > 0) return Math.min(...lasting)
  const day = 23 * 3_600
  return now + Math.min(day, environment.free ? Math.max(needed, day) : needed)
}

/** Most a quote may ask for, in base units of the fee token: the price of the time asked for and two minutes. */
async function getPlausibleAmount(
  client: OceanClient,
  environment: ComputeEnvironment,
  validUntil: number,
): Promise<bigint> {
  if (environment.free || !environment.feeToken) return 0n
  const { decimals } = await getTokenInfo(client, { token: environment.feeToken })
  const minutes = (validUntil - Date.now() / 1000) / 60 + 2
  return (BigInt(Math.ceil(environment.pricePerMinute * minutes * 1e6)) * 10n ** BigInt(decimals)) / 1_000_000n
}

async function checkBalances(
  client: OceanClient,
  account: Address,
  items: readonly PreparedItem[],
): Promise<Map<Address, bigint>> {
  const spending = new Map<Address, bigint>()
  for (const { confirmation } of items.flatMap(({ actions }) => actions)) {
    const { token, purpose } = confirmation
    if (!token || purpose === 'approve' || purpose === 'dispense') continue
    const address = getAddress(token.address)
    spending.set(address, (spending.get(address) ?? 0n) + token.amount)
  }
  for (const [token, needed] of spending) {
    const balance = await getTokenBalance(client, { token, account })
    if (balance < needed) throw new BalanceTooLowError({ token, needed, balance })
  }
  return spending
}

/** @throws {PriceChangedError} when `next` costs more than what has been shown, spent parts included. */
export function requireNotDearer(shown: PreparedOrders, next: PreparedOrders): void {
  for (const [token, amount] of next.spending) {
    const before = shown.spending.get(token) ?? 0n
    if (amount > before) {
      throw new PriceChangedError('The price has risen since it was shown.', {
        metaMessages: [`Token: ${token}`, `Shown: ${before}`, `Now: ${amount}`],
      })
    }
  }
}
