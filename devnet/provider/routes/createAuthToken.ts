import { authenticate } from '../authenticate'
import { checkFields } from '../checkFields'
import { BusinessError } from '../errors'
import { type FieldRule, integer, numeric, required } from '../fieldRules'
import { fieldValue } from '../fieldValue'
import { jsonResponse } from '../jsonResponse'
import type { Route } from '../types'

/** Largest date that JavaScript and the protocol's other implementations share, in Unix seconds. */
const latest = 253_402_300_799

const inFuture: FieldRule = (field, values) => {
  const seconds = Number(fieldValue(values, field))
  return seconds > Math.floor(Date.now() / 1000) && seconds <= latest ? undefined : 'Invalid timestamp provided.'
}

export const createAuthToken: Route = {
  name: 'create_auth_token',
  method: 'GET',
  path: '/api/services/createAuthToken',
  async handle(context, request) {
    const { values } = request
    await checkFields(values, {
      fields: {
        address: { rules: [required], bail: true },
        expiration: { rules: [required, integer, inFuture], bail: true },
        nonce: { rules: [required, numeric], bail: true },
      },
      signature: authenticate(context, request, { owner: 'address', signed: ['address'], repeatable: true }),
    })
    const address = String(values.address)
    const token = context.tokens.create(address, Number(values.expiration))
    const state = context.tokens.check(token, address)
    if (state !== 'valid') throw new BusinessError(state)
    return jsonResponse({ token })
  },
}
