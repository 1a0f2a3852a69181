import type { ComputeEnvironment, ComputeWorkflow } from '../../compute/types'
import { BusinessError } from '../errors'
import { isEmpty } from '../isEmpty'
import { isJsonObject, type Json, type JsonObject } from '../json'
import { getFeeAmount } from '../providerFee'
import { pythonText } from '../pythonText'
import type { ProviderContext } from '../types'
import { type VerifiedOrder, verifyOrder } from '../verifyOrder'
import { type CheckedAlgorithm, checkAlgorithm, requireRunnable } from './checkAlgorithm'
import { type CheckedDataset, checkDataset, datasetResource } from './checkDataset'

/** An order and the transaction by which the request names it. */
type NamedOrder = VerifiedOrder & { transferTxId: string }

/**
 * Checks a request to start a job in the protocol's order and describes the job for the compute backend.
 *
 * @throws {BusinessError} with a code per resource (provider-aquarius specification, section 6.3).
 */
export async function buildWorkflow(context: ProviderContext, values: JsonObject): Promise<ComputeWorkflow> {
  const consumer = pythonText(values.consumerAddress)
  const environment = isEmpty(values.environment) ? '' : pythonText(values.environment)
  const additional = isEmpty(values.additionalDatasets) ? [] : values.additionalDatasets
  if (!Array.isArray(additional)) throw new BusinessError({ additional_input: 'invalid' })
  const algorithm = await checkAlgorithm(context, { algorithm: values.algorithm, consumer })

  const datasets: CheckedDataset[] = []
  const orders: NamedOrder[] = []
  for (const [index, dataset] of [values.dataset, ...additional].entries()) {
    const checked = await checkDataset(context, { dataset, index, algorithm, consumer, ordered: true })
    const code = { [`${datasetResource(index)}.serviceId`]: 'order_invalid' }
    const { foreign, transferTxId = '' } = checked
    orders.push(
      await requireOrder(context, { sender: consumer, transferTxId, environment, foreign, ...pick(checked) }, code),
    )
    datasets.push(checked)
  }
  if (algorithm.kind === 'published') {
    const transferTxId = isJsonObject(values.algorithm) ? pythonText(values.algorithm.transferTxId ?? '') : ''
    const code = { algorithm: 'in_use_or_not_on_chain' }
    orders.push(await requireOrder(context, { sender: consumer, transferTxId, ...pick(algorithm) }, code))
  }
  const known = context.compute?.environments(context.chainId).find(({ id }) => id === environment)
  if (!known) throw new BusinessError('Environment invalid or does not exist')
  const paid = await findPaidOrder(context, orders, known)
  checkOutput(values.output)
  requireRunnable(context, algorithm)

  return {
    agreementId: paid.agreementId,
    owner: consumer,
    chainId: context.chainId,
    environment,
    validUntil: paid.validUntil,
    inputs: datasets.map(({ did, service, transferTxId = '', userdata }) => ({
      ...{ id: did, serviceEndpoint: service.serviceEndpoint, txId: transferTxId, serviceId: service.id },
      ...(isEmpty(userdata) ? {} : { userdata }),
    })),
    algorithm: describeAlgorithm(algorithm, values.algorithm),
  }
}

function pick({ asset, service, index }: Pick<CheckedDataset, 'asset' | 'service' | 'index'>) {
  return { asset, service, serviceIndex: index }
}

type RequireOrderParameters = ReturnType<typeof pick> & {
  sender: string
  transferTxId: string
  environment?: string
  foreign?: boolean
}

async function requireOrder(
  context: ProviderContext,
  { transferTxId, ...order }: RequireOrderParameters,
  code: Record<string, string>,
): Promise<NamedOrder> {
  try {
    return { ...(await verifyOrder(context, { ...order, transactionId: transferTxId })), transferTxId }
  } catch (cause) {
    throw new BusinessError(code, 400, { cause })
  }
}

/** The last order whose fee covers the environment for as long as the fee itself says. */
async function findPaidOrder(
  context: ProviderContext,
  orders: readonly NamedOrder[],
  { priceMin }: ComputeEnvironment,
): Promise<{ agreementId: string; validUntil: number }> {
  const latest = Math.max(...orders.map(({ feeValidUntil }) => feeValidUntil))
  let found: { agreementId: string; validUntil: number } | undefined
  for (const { transferTxId, feeAmount, feeValidUntil } of orders) {
    const required = await getFeeAmount(context, { priceMin: Number(priceMin), validUntil: feeValidUntil })
    const free = Number(priceMin) === 0
    if (free || (feeAmount > 0n && feeAmount >= required)) {
      found = { agreementId: transferTxId, validUntil: free ? latest : feeValidUntil }
    }
  }
  if (!found) throw new BusinessError({ order: 'fees_not_paid' })
  return found
}

function checkOutput(output: Json | undefined): void {
  if (isEmpty(output) || isJsonObject(output)) return
  try {
    if (typeof output === 'string' && isJsonObject(JSON.parse(output))) return
  } catch {
    throw new BusinessError({ output: 'invalid' })
  }
  throw new BusinessError({ output: 'invalid' })
}

function describeAlgorithm(algorithm: CheckedAlgorithm, sent: Json | undefined): ComputeWorkflow['algorithm'] {
  const { container } = algorithm
  if (algorithm.kind === 'raw') {
    const { rawcode, url } = algorithm
    return { id: '', container, ...(rawcode === undefined ? {} : { rawcode }), ...(url === undefined ? {} : { url }) }
  }
  const { transferTxId = '', algocustomdata } = isJsonObject(sent) ? sent : {}
  const { serviceEndpoint, id } = algorithm.service
  return {
    ...{ id: algorithm.did, container, remote: { serviceEndpoint, txId: pythonText(transferTxId), serviceId: id } },
    ...(algocustomdata === undefined ? {} : { algocustomdata }),
  }
}
