import { checkConsumable } from '../checkConsumable'
import { checkFields } from '../checkFields'
import { BusinessError } from '../errors'
import { integer, required } from '../fieldRules'
import { createFileObject } from '../fileObjects/createFileObject'
import { findService } from '../findService'
import { getAsset } from '../getAsset'
import { getServiceFiles } from '../getServiceFiles'
import { isEmpty } from '../isEmpty'
import { jsonResponse } from '../jsonResponse'
import { networkPrefix } from '../networkPrefix'
import { createProviderFee } from '../providerFee'
import { pythonText } from '../pythonText'
import type { Route } from '../types'
import { verifyOrder } from '../verifyOrder'

export const initialize: Route = {
  name: 'initialize',
  method: 'GET',
  path: '/api/services/initialize',
  async handle(context, { values }) {
    await checkFields(values, {
      fields: {
        documentId: { rules: [required] },
        serviceId: { rules: [required] },
        consumerAddress: { rules: [required] },
        fileIndex: { rules: [(field, all) => (field in all ? integer(field, all) : undefined)] },
      },
    })
    const consumer = pythonText(values.consumerAddress)
    const asset = await getAsset(context.aquariusUrl, values.documentId)
    if (!asset) throw new BusinessError('Cannot resolve DID')
    const fail = (message: string) => new BusinessError(networkPrefix(context, asset, message))
    const denied = await checkConsumable(context, asset, consumer)
    if (denied !== undefined) throw new BusinessError(denied)
    const found = findService(asset, values.serviceId)
    if (!found) throw fail('Invalid serviceId.')
    const { service, index } = found
    if (service.type === 'compute') throw fail('Use the initializeCompute endpoint to initialize compute jobs.')
    if (!isEmpty(values.fileIndex)) {
      const file = getServiceFiles(context, asset, service)?.[Number(values.fileIndex)]
      const details =
        file && (await createFileObject(context.files, file, values.userdata).checkDetails({ checksum: false }))
      if (!details) throw fail(`Asset URL not found, not available or invalid. Payload was: ${JSON.stringify(values)}`)
    }
    if (!isEmpty(values.transferTxId)) {
      const order = {
        sender: consumer,
        transactionId: pythonText(values.transferTxId),
        asset,
        service,
        serviceIndex: index,
      }
      const valid = await verifyOrder(context, { ...order, allowExpiredFee: true }).catch(() => undefined)
      if (valid) return jsonResponse({ validOrder: valid.startTransaction })
    }
    const datatoken = service.datatokenAddress
    const fee = { datatoken, serviceId: service.id, environment: null, amount: 0n, validUntil: 0 }
    const providerFee = await createProviderFee(context, fee)
    return jsonResponse({ datatoken, nonce: context.nonces.get(consumer) ?? null, providerFee })
  },
}
