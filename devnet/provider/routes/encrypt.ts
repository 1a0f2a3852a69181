import { bytesToHex } from 'viem'
import { encrypt as encryptBytes } from '../ecies'
import { BusinessError } from '../errors'
import { limitBody } from '../limitBody'
import type { Route } from '../types'

const maximumBytes = 10_000_000

export const encrypt: Route = {
  name: 'encrypt',
  method: 'POST',
  path: '/api/services/encrypt',
  rawBody: true,
  async handle({ privateKey }, { raw, headers, parameters }) {
    if (headers.get('content-type') !== 'application/octet-stream') {
      throw new BusinessError('Invalid request content type: should be application/octet-stream')
    }
    if (!parameters.query.get('chainId')) throw new BusinessError('Missing chainId query parameter.')
    const plaintext = await limitBody(raw, maximumBytes)
    return new Response(bytesToHex(encryptBytes({ privateKey, plaintext })), {
      status: 201,
      headers: { 'content-type': 'text/plain' },
    })
  },
}
