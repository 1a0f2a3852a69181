import { authenticate } from '../authenticate'
import { checkFields } from '../checkFields'
import { BusinessError } from '../errors'
import { numeric, required } from '../fieldRules'
import { jsonResponse } from '../jsonResponse'
import type { Route } from '../types'

export const deleteAuthToken: Route = {
  name: 'delete_auth_token',
  method: 'DELETE',
  path: '/api/services/deleteAuthToken',
  async handle(context, request) {
    const { values } = request
    await checkFields(values, {
      fields: {
        address: { rules: [required], bail: true },
        token: { rules: [required], bail: true },
        nonce: { rules: [required, numeric], bail: true },
      },
      signature: authenticate(context, request, { owner: 'address', signed: ['address'], repeatable: true }),
    })
    const token = String(values.token)
    const address = String(values.address)
    const state = context.tokens.check(token, address)
    if (state !== 'valid') throw new BusinessError(state)
    context.tokens.remove(token, address)
    return jsonResponse({ success: 'Token has been deactivated.' })
  },
}
