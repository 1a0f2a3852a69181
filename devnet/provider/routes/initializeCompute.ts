import { checkFields } from '../checkFields'
import { BusinessError } from '../errors'
import { integer, required, requiredWithAll, requiredWithout } from '../fieldRules'
import { fieldValue } from '../fieldValue'
import { getAsset } from '../getAsset'
import { isEmpty } from '../isEmpty'
import { isJsonObject, type JsonObject } from '../json'
import { jsonResponse } from '../jsonResponse'
import { getFeeAmount } from '../providerFee'
import { pythonText } from '../pythonText'
import type { ProviderContext, Route } from '../types'
import { checkAlgorithm, requireRunnable } from '../workflow/checkAlgorithm'
import { type CheckedDataset, checkDataset } from '../workflow/checkDataset'
import { quoteOrder } from '../workflow/quoteOrder'

export const initializeCompute: Route = {
  name: 'initializeCompute',
  method: 'POST',
  path: '/api/services/initializeCompute',
  async handle(context, { values }) {
    await checkFields(values, {
      fields: {
        datasets: { rules: [required] },
        'algorithm.documentId': {
          rules: [requiredWithout('algorithm.meta'), requiredWithAll('algorithm.serviceId', 'algorithm.transferTxId')],
        },
        'algorithm.meta': { rules: [requiredWithout('algorithm.documentId')] },
        'compute.env': { rules: [required] },
        'compute.validUntil': { rules: [required, integer] },
        consumerAddress: { rules: [required] },
      },
    })
    const consumer = pythonText(values.consumerAddress)
    const validUntil = Number(fieldValue(values, 'compute.validUntil'))
    if (validUntil <= Date.now() / 1000 || !Number.isSafeInteger(validUntil)) {
      throw new BusinessError('The validUntil value is not correct.')
    }
    const id = fieldValue(values, 'compute.env')
    const environment = context.compute?.environments(context.chainId).find((known) => known.id === id)
    if (!environment) throw new BusinessError('Compute environment does not exist')
    await requireAlgorithm(context, values)
    const algorithm = await checkAlgorithm(context, { algorithm: values.algorithm, consumer: undefined })
    const sent = Array.isArray(values.datasets) ? values.datasets : [values.datasets]
    const datasets: CheckedDataset[] = []
    for (const [index, dataset] of sent.entries()) {
      datasets.push(await checkDataset(context, { dataset, index, algorithm, consumer, ordered: false }))
    }

    requireRunnable(context, algorithm)
    const common = { consumer, environment: environment.id, validUntil }
    const quotes: JsonObject[] = []
    for (const [position, dataset] of datasets.entries()) {
      const priceMin = position === 0 ? Number(environment.priceMin) : 0
      const amount = await getFeeAmount(context, { priceMin, validUntil })
      quotes.push(await quoteOrder(context, { ...common, ...dataset, amount }))
    }
    if (algorithm.kind === 'raw') return jsonResponse({ datasets: quotes })
    const transaction = fieldValue(values, 'algorithm.transferTxId')
    const transferTxId = isEmpty(transaction) ? undefined : pythonText(transaction)
    const quote = await quoteOrder(context, { ...common, ...algorithm, amount: 0n, transferTxId, foreign: false })
    return jsonResponse({ datasets: quotes, algorithm: quote })
  },
}

/** The sentences of this route for what is no algorithm; the codes of the others come after them. */
async function requireAlgorithm({ aquariusUrl }: ProviderContext, { algorithm }: JsonObject): Promise<void> {
  if (!isJsonObject(algorithm) || isEmpty(algorithm.documentId)) return
  const asset = await getAsset(aquariusUrl, algorithm.documentId)
  if (!asset) throw new BusinessError('Cannot resolve DID')
  if (asset.metadata?.type !== 'algorithm') throw new BusinessError('DID is not a valid algorithm')
}
