import { checkFields } from '../checkFields'
import { required } from '../fieldRules'
import { jobsResponse } from '../jobsResponse'
import { pythonText } from '../pythonText'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'

export const computeStatus: Route = {
  name: 'computeStatus',
  method: 'GET',
  path: '/api/services/compute',
  async handle(context, { values }) {
    const compute = requireCompute(context)
    await checkFields(values, { fields: { consumerAddress: { rules: [required], bail: true } } })
    const jobId = pythonText(values.jobId ?? '')
    return jobsResponse(
      compute.status({ owner: pythonText(values.consumerAddress), ...(jobId.length < 2 ? {} : { jobId }) }),
    )
  },
}
