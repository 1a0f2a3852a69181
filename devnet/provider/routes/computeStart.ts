import { authenticate, consumeNonce } from '../authenticate'
import { checkFields } from '../checkFields'
import { numeric, required, requiredWithAll, requiredWithout } from '../fieldRules'
import { jobsResponse } from '../jobsResponse'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'
import { buildWorkflow } from '../workflow/buildWorkflow'

export const computeStart: Route = {
  name: 'computeStart',
  method: 'POST',
  path: '/api/services/compute',
  async handle(context, request) {
    const compute = requireCompute(context)
    const { values } = request
    const owner = 'consumerAddress'
    await checkFields(values, {
      fields: {
        'dataset.documentId': { rules: [required], bail: true },
        'dataset.serviceId': { rules: [required], bail: true },
        'dataset.transferTxId': { rules: [required] },
        'algorithm.documentId': {
          rules: [requiredWithout('algorithm.meta'), requiredWithAll('algorithm.serviceId', 'algorithm.transferTxId')],
        },
        'algorithm.meta': { rules: [requiredWithout('algorithm.documentId')] },
        consumerAddress: { rules: [required], bail: true },
        nonce: { rules: [required, numeric], bail: true },
      },
      signature: authenticate(context, request, { owner, signed: [owner, 'jobId', 'dataset.documentId'] }),
    })
    const workflow = await buildWorkflow(context, values)
    consumeNonce(context, request, owner)
    return jobsResponse(compute.start(workflow))
  },
}
