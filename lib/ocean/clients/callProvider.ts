import { UnexpectedResponseError } from '../errors/HttpError'
import type { OceanClient } from '../types/client'
import type { ProviderEndpoint } from '../types/provider'
import { getProviderRoot } from './getProviderRoot'
import { type HttpResponse, type RequestParameters, request } from './request'
import { toProviderError } from './toProviderError'

export type CallProviderParameters = Omit<RequestParameters, 'url' | 'method'> & {
  providerUrl?: string | undefined
  endpoint: ProviderEndpoint
}

/** Calls one of a Provider's endpoints, found through its root document, and turns every refusal into an error. */
export async function callProvider(client: OceanClient, parameters: CallProviderParameters): Promise<HttpResponse> {
  const { providerUrl, endpoint, ...rest } = parameters
  const root = await getProviderRoot(client, { providerUrl, signal: rest.signal })
  const target = root.endpoints[endpoint]
  if (!target) {
    throw new UnexpectedResponseError('This Provider does not offer what is needed.', {
      url: root.url,
      metaMessages: [`Endpoint: ${endpoint}`],
    })
  }
  const response = await request(client, { ...rest, url: `${root.url}${target.path}`, method: target.method })
  if (response.status === 200 || response.status === 201) return response
  throw toProviderError(response)
}
