import { checkFields } from '../checkFields'
import { required } from '../fieldRules'
import { jsonResponse } from '../jsonResponse'
import { pythonText } from '../pythonText'
import type { Route } from '../types'

export const nonce: Route = {
  name: 'nonce',
  method: 'GET',
  path: '/api/services/nonce',
  async handle({ nonces }, { values }) {
    await checkFields(values, { fields: { userAddress: { rules: [required] } } })
    return jsonResponse({ nonce: nonces.ask(pythonText(values.userAddress)) })
  },
}
