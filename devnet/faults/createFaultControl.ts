import { z } from 'zod'
import type { Faults } from './createFaults'
import { faultNames, type Service } from './Faults'

const path = '/devnet/faults'
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])
const changeSchema = z.strictObject(Object.fromEntries(faultNames.map((name) => [name, z.boolean().optional()])))

const isLoopback = (url: string) => URL.canParse(url) && loopback.has(new URL(url).hostname)

/**
 * A service with `GET` and `PUT /devnet/faults` beside its own routes. They answer this machine alone: whoever asks by another
 * name, or from the page of another site, is refused.
 */
export function createFaultControl({ service, faults }: { service: Service; faults: Faults }): Service {
  return {
    fetch(request, ...rest) {
      if (new URL(request.url).pathname !== path) return service.fetch(request, ...rest)
      return answer(request, faults)
    },
  }
}

async function answer(request: Request, faults: Faults): Promise<Response> {
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  if (!isLoopback(request.url) || (host && !isLoopback(`http://${host}`)) || (origin && !isLoopback(origin)))
    return Response.json({ error: 'Only for this machine.' }, { status: 403 })
  const headers = {
    'access-control-allow-origin': origin ?? '*',
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  }
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })
  if (request.method === 'GET') return Response.json(faults.state(), { headers })
  if (request.method !== 'PUT') return Response.json({ error: 'GET or PUT.' }, { status: 405, headers })
  const change = changeSchema.safeParse(await request.json().catch(() => undefined))
  if (change.success) return Response.json(faults.set(change.data), { headers })
  const names = faultNames.join(', ')
  return Response.json({ error: `An object of true or false by name: ${names}.` }, { status: 400, headers })
}
