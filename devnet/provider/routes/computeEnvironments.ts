import { jsonResponse } from '../jsonResponse'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'

export const computeEnvironments: Route = {
  name: 'computeEnvironments',
  method: 'GET',
  path: '/api/services/computeEnvironments',
  handle(context) {
    const { chainId, contracts } = context
    const environments = requireCompute(context).environments(chainId)
    return jsonResponse({
      [chainId]: environments.map((environment) => ({ ...environment, feeToken: contracts.Ocean })),
    })
  },
}
