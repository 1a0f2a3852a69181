import type { Asset } from '../assetSchema'
import { BusinessError } from '../errors'
import type { FoundService } from '../findService'
import { isJsonObject, type Json, type JsonObject } from '../json'
import { createProviderFee } from '../providerFee'
import type { ProviderContext } from '../types'
import { type VerifiedOrder, verifyOrder } from '../verifyOrder'

export type QuoteOrderParameters = FoundService & {
  did: string
  asset: Asset
  consumer: string
  environment: string
  /** Unix seconds. */
  validUntil: number
  /** Fee of this item in base units: only the first one of a request carries any. */
  amount: bigint
  transferTxId: string | undefined
  /** Whether another Provider keeps the files. */
  foreign: boolean
}

/** What a client has to do for one item: nothing (`validOrder`), reuse its order with a new fee, or order. */
export async function quoteOrder(context: ProviderContext, parameters: QuoteOrderParameters): Promise<JsonObject> {
  const { service, environment, validUntil, amount, foreign } = parameters
  const order = await findOrder(context, parameters)
  if (order && order.feeValidUntil >= validUntil && (order.feeAmount >= amount || foreign)) {
    return { validOrder: order.startTransaction }
  }
  const quote = foreign ? await askOther(context, parameters) : undefined
  const datatoken = service.datatokenAddress
  const fee = { datatoken, serviceId: service.id, environment, amount, validUntil }
  return {
    ...(quote ?? { datatoken, providerFee: await createProviderFee(context, fee) }),
    ...(order ? { validOrder: order.startTransaction } : {}),
  }
}

async function findOrder(
  context: ProviderContext,
  parameters: QuoteOrderParameters,
): Promise<VerifiedOrder | undefined> {
  const { asset, service, index, consumer, environment, transferTxId, foreign } = parameters
  if (transferTxId === undefined) return undefined
  try {
    return await verifyOrder(context, {
      ...{ sender: consumer, transactionId: transferTxId, asset, service, serviceIndex: index },
      ...{ environment, foreign, allowExpiredFee: true },
    })
  } catch {
    return undefined
  }
}

/** The quote of the Provider that keeps the service's files. */
async function askOther(
  context: ProviderContext,
  { did, service, consumer }: QuoteOrderParameters,
): Promise<JsonObject> {
  const query = new URLSearchParams({ documentId: did, serviceId: service.id, consumerAddress: consumer })
  const url = `${service.serviceEndpoint.replace(/\/+$/, '')}/api/services/initialize?${query}`
  const fault = new BusinessError(
    `Provider ${context.networkName}: Service ${service.id} of ${did} is not available at its provider.`,
  )
  const response = await context.files.upstream.open({ url, method: 'get' }).catch(() => {
    throw fault
  })
  const answer = await readJson(response.body)
  if (response.status !== 200 || !isJsonObject(answer) || !isJsonObject(answer.providerFee)) throw fault
  const { datatoken = service.datatokenAddress, providerFee } = answer
  return { datatoken, providerFee }
}

async function readJson(body: AsyncIterable<Uint8Array> & { destroy(): void }): Promise<Json | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > 100_000) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return undefined
  }
}
