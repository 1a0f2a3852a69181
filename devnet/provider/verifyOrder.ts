import {
  type Address,
  hexToString,
  isAddress,
  isAddressEqual,
  isHash,
  type Log,
  parseEventLogs,
  TransactionNotFoundError,
  type TransactionReceipt,
} from 'viem'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import type { Asset, Service } from './assetSchema'
import { isJsonObject } from './json'
import { isFeeSignedBy } from './providerFee'
import type { ProviderContext } from './types'

/** Contracts that order on behalf of whoever sent the transaction; their own address stands in the log as payer. */
const multicall3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'
const oneOrder = 10n ** 18n
const miningGraceSeconds = 90

export type VerifyOrderParameters = {
  /** Who wants to use the order. */
  sender: string
  transactionId: string
  asset: Asset
  service: Service
  /** Position of the service in the document. */
  serviceIndex: number
  /** Environment the fee must have been paid for. Absent: any. */
  environment?: string
  /** Whether a fee that has run out is good enough. */
  allowExpiredFee?: boolean
  /** Whether the service is another Provider's, which asks its own fee. */
  foreign?: boolean
}

export type VerifiedOrder = {
  /** Transaction that holds `OrderStarted`, which reuse refers to. */
  startTransaction: `0x${string}`
  feeAmount: bigint
  /** Unix seconds. */
  feeValidUntil: number
}

type Events = ReturnType<typeof parseOrderEvents>
type Fee = Extract<Events[number], { eventName: 'ProviderFee' }>
type Started = Extract<Events[number], { eventName: 'OrderStarted' }>
type Reused = Extract<Events[number], { eventName: 'OrderReused' }>

/**
 * Checks that a transaction is a paid and valid order of a service. Orders are found by the address that logged them, so that
 * several of them may share a transaction, whatever contract called the datatoken.
 *
 * - Source: provider-aquarius specification, section 4.4
 *
 * @throws {Error} with the reason, at once for a transaction that the chain does not know.
 */
export async function verifyOrder(context: ProviderContext, parameters: VerifyOrderParameters): Promise<VerifiedOrder> {
  const {
    asset,
    service,
    transactionId,
    serviceIndex,
    environment,
    allowExpiredFee = false,
    foreign = false,
  } = parameters
  const datatoken = service.datatokenAddress
  const nft = asset.nft?.address
  if (!isAddress(datatoken, { strict: false }) || !nft || !isAddress(nft, { strict: false }))
    throw new Error('The asset is malformed.')
  const deployed = await context.chain.readContract({
    ...{ address: nft, abi: erc721TemplateAbi, functionName: 'isDeployed', args: [datatoken] },
  })
  if (!deployed) throw new Error('The datatoken was not deployed by the data NFT.')

  const receipt = await getReceipt(context, transactionId)
  const paid = parseOrderEvents(receipt, datatoken)
  const fee = findFee(paid, service)
  if (!fee) throw new Error(`Cannot find the ProviderFee event for the order with tx id ${transactionId}.`)
  if (!foreign) await checkFee(context, { fee, environment, allowExpiredFee, receipt })

  const reused = orderOf(paid, fee, 'OrderReused') as Reused | undefined
  const origin = reused ? await getReceipt(context, reused.args.orderTxId) : receipt
  const started = findStarted(
    reused ? parseOrderEvents(origin, datatoken) : paid,
    reused ? undefined : fee,
    serviceIndex,
  )
  if (!started)
    throw new Error(
      `Cannot find the OrderStarted event of service ${serviceIndex} in the transaction ${origin.transactionHash}.`,
    )
  if (started.args.amount < oneOrder)
    throw new Error(`The amount in the event is less than the amount requested: ${started.args.amount}.`)

  const since = Number((reused ?? started).args.timestamp)
  const age = Math.floor(Date.now() / 1000) - since
  if (service.timeout !== 0 && age > service.timeout) {
    throw new Error(
      `The order has expired. order timestamp=${since} timestamp delta=${age} service timeout=${service.timeout}`,
    )
  }
  if (!(await isParty(context, parameters.sender, { started, origin }))) {
    throw new Error('sender of order transaction is not the consumer/payer.')
  }
  return {
    startTransaction: origin.transactionHash,
    feeAmount: foreign ? 0n : fee.args.providerFeeAmount,
    feeValidUntil: Number(fee.args.validUntil),
  }
}

async function getReceipt({ chain }: ProviderContext, hash: string): Promise<TransactionReceipt> {
  const full = hash.startsWith('0x') ? hash : `0x${hash}`
  if (!isHash(full)) throw new Error(`${hash} is no transaction hash.`)
  const transaction = await chain.getTransaction({ hash: full }).catch((error: unknown) => {
    if (error instanceof TransactionNotFoundError) return undefined
    throw error
  })
  if (!transaction) throw new Error(`Transaction ${hash} is unknown to the chain.`)
  const receipt =
    transaction.blockNumber === null
      ? await chain.waitForTransactionReceipt({ hash: full, timeout: 120_000, pollingInterval: 500 })
      : await chain.getTransactionReceipt({ hash: full })
  if (receipt.status !== 'success') throw new Error(`Transaction ${hash} has failed.`)
  return receipt
}

function parseOrderEvents(receipt: TransactionReceipt, datatoken: Address) {
  const logs: Log[] = receipt.logs.filter(({ address }) => isAddressEqual(address, datatoken))
  return parseEventLogs({ abi: datatokenAbi, eventName: ['OrderStarted', 'OrderReused', 'ProviderFee'], logs })
}

function findFee(events: Events, service: Service): Fee | undefined {
  return events.findLast((event): event is Fee => {
    if (event.eventName !== 'ProviderFee') return false
    const data = readProviderData(event)
    return same(data.dt, service.datatokenAddress) && same(data.id, service.id)
  })
}

/** The order that a fee was paid with: the last one of its kind before it, as no other order lies between the two. */
function orderOf(events: Events, fee: Fee, kind: 'OrderStarted' | 'OrderReused'): Started | Reused | undefined {
  const before = events.slice(0, events.indexOf(fee)).findLast((event) => event.eventName !== 'ProviderFee')
  return before?.eventName === kind ? (before as Started | Reused) : undefined
}

function findStarted(events: Events, fee: Fee | undefined, serviceIndex: number): Started | undefined {
  const matches = (event: Events[number] | undefined): event is Started =>
    event?.eventName === 'OrderStarted' && event.args.serviceIndex === BigInt(serviceIndex)
  if (!fee) return events.findLast(matches)
  const started = orderOf(events, fee, 'OrderStarted')
  return matches(started) ? started : undefined
}

type CheckFeeParameters = {
  fee: Fee
  environment: string | undefined
  allowExpiredFee: boolean
  receipt: TransactionReceipt
}

async function checkFee(
  context: ProviderContext,
  { fee, environment, allowExpiredFee, receipt }: CheckFeeParameters,
): Promise<void> {
  const data = readProviderData(fee)
  if (environment !== undefined && data.environment !== environment)
    throw new Error('Mismatch between ordered c2d environment and selected one.')
  if (!(await isFeeSignedBy(fee.args, fee.args, context.account.address)))
    throw new Error('The provider fee was not signed by this provider.')
  const validUntil = Number(fee.args.validUntil)
  const now = Date.now() / 1000
  if (validUntil === 0 || now < validUntil || environment === undefined || allowExpiredFee) return
  const { timestamp } = await context.chain.getBlock({ blockNumber: receipt.blockNumber })
  const mining = Number(timestamp) - Number(data.timestamp ?? timestamp) + miningGraceSeconds
  if (now >= validUntil + mining) throw new Error('Ordered c2d time was exceeded, check validUntil.')
}

async function isParty(
  { chain, contracts }: ProviderContext,
  sender: string,
  order: { started: Started; origin: TransactionReceipt },
): Promise<boolean> {
  if (!isAddress(sender, { strict: false })) return false
  const { consumer, payer } = order.started.args
  if (isAddressEqual(sender, consumer) || isAddressEqual(sender, payer)) return true
  const batched = [contracts.ERC721Factory, multicall3].some((batcher) => isAddressEqual(batcher, payer))
  if (!batched) return false
  const { from } = await chain.getTransaction({ hash: order.origin.transactionHash })
  return isAddressEqual(from, sender)
}

function readProviderData(fee: Fee): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(hexToString(fee.args.providerData))
    return isJsonObject(data) ? data : {}
  } catch {
    return {}
  }
}

function same(a: unknown, b: string): boolean {
  return String(a).toLowerCase() === b.toLowerCase()
}
