import { authenticate, consumeNonce } from '../authenticate'
import { checkFields } from '../checkFields'
import { numeric, required } from '../fieldRules'
import { jsonResponse } from '../jsonResponse'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'

/** Deleting is part of the interface, but nothing is deleted: the answer is an empty JSON text. */
export const computeDelete: Route = {
  name: 'computeDelete',
  method: 'DELETE',
  path: '/api/services/compute',
  async handle(context, request) {
    requireCompute(context)
    const owner = 'consumerAddress'
    await checkFields(request.values, {
      fields: { consumerAddress: { rules: [required], bail: true }, nonce: { rules: [required, numeric], bail: true } },
      signature: authenticate(context, request, { owner, signed: [owner, 'jobId', 'documentId'] }),
    })
    consumeNonce(context, request, owner)
    return jsonResponse('')
  },
}
