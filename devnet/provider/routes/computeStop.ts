import { authenticate, consumeNonce } from '../authenticate'
import { checkFields } from '../checkFields'
import { numeric, required } from '../fieldRules'
import { jobsResponse } from '../jobsResponse'
import { pythonText } from '../pythonText'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'

export const computeStop: Route = {
  name: 'computeStop',
  method: 'PUT',
  path: '/api/services/compute',
  async handle(context, request) {
    const compute = requireCompute(context)
    const { values } = request
    const owner = 'consumerAddress'
    await checkFields(values, {
      fields: { consumerAddress: { rules: [required], bail: true }, nonce: { rules: [required, numeric], bail: true } },
      signature: authenticate(context, request, { owner, signed: [owner, 'jobId', 'documentId'] }),
    })
    consumeNonce(context, request, owner)
    const jobId = pythonText(values.jobId ?? '')
    return jobsResponse(compute.stop({ owner: pythonText(values.consumerAddress), ...(jobId === '' ? {} : { jobId }) }))
  },
}
