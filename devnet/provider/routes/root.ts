import { jsonResponse } from '../jsonResponse'
import type { Route } from '../types'

export const softwareVersion = '2.1.6'

/** Announces addresses, chains and endpoints. Asked before nearly every call: it touches nothing. */
export function createRoot(routes: readonly Route[]): Route {
  const endpoints = routes.flatMap(({ name, method, path }) => (name ? [[name, [method, path]]] : []))
  const serviceEndpoints = Object.fromEntries(endpoints)
  return {
    method: 'GET',
    path: '/',
    handle: ({ chainId, account }) =>
      jsonResponse({
        chainIds: [chainId],
        providerAddresses: { [chainId]: account.address },
        serviceEndpoints,
        software: 'Provider',
        version: softwareVersion,
      }),
  }
}
