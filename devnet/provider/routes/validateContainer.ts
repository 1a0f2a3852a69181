import { findContainerFault } from '../checkContainer'
import { BusinessError } from '../errors'
import { jsonResponse } from '../jsonResponse'
import type { Route } from '../types'

export const validateContainer: Route = {
  name: 'validateContainer',
  method: 'POST',
  path: '/api/services/validateContainer',
  handle(_, { values }) {
    const fault = findContainerFault(values)
    if (fault) throw new BusinessError(fault)
    return jsonResponse(values)
  },
}
