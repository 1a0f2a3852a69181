import { expect } from 'vitest'
import type { CaseContext, ConformanceCase } from './types'

type Person = 'consumer' | 'other'

function create({ people, signedCall }: CaseContext, owner: Person, as: Person) {
  const { address } = people[owner]
  const expiration = Math.floor(Date.now() / 1000) + 3_600
  const query = { address, expiration }
  return signedCall('/api/services/createAuthToken', { query, as, nonceOf: address, parts: [address] })
}

export const tokenCases: readonly ConformanceCase[] = [
  {
    id: 'T1',
    title: 'a token is a web token for an address',
    async run(context) {
      const { status, json } = await create(context, 'consumer', 'consumer')
      expect({ status, token: json.token }).toEqual({
        status: 200,
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      })
    },
  },
  {
    id: 'T2',
    title: 'nobody gets a token for another’s address',
    async run(context) {
      const { status, json } = await create(context, 'consumer', 'other')
      expect(status).toBe(400)
      expect(json.errors.signature).toContain('Invalid signature')
    },
  },
  {
    id: 'T3',
    title: 'another’s token is invalid',
    async run(context) {
      const { people, signedCall } = context
      const created = await create(context, 'other', 'other')
      expect(created.status).toBe(200)
      const { address } = people.consumer
      const { status, json } = await signedCall('/api/services/deleteAuthToken', {
        ...{ method: 'DELETE', query: { address, token: created.json.token }, parts: [address] },
      })
      expect({ status, json }).toEqual({ status: 400, json: { error: 'Token is invalid.' } })
    },
  },
]
