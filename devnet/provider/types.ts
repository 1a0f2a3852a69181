import type { Address, Hex, PublicClient } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { ComputeBackend } from '../compute/types'
import type { FileSources } from './fileObjects/createFileObject'
import type { JsonObject } from './json'
import type { Nonces } from './nonces'
import type { RequestParameters } from './readParameters'
import type { Tokens } from './tokens'

/** What every route works with. */
export type ProviderContext = {
  chainId: number
  /** Name of the network in messages. */
  networkName: string
  chain: PublicClient
  contracts: { ERC721Factory: Address; Ocean: Address }
  account: PrivateKeyAccount
  privateKey: Hex
  aquariusUrl: string
  nonces: Nonces
  tokens: Tokens
  files: FileSources
  compute: ComputeBackend | undefined
  authorizedDecrypters: readonly string[]
}

export type RouteRequest = {
  raw: Request
  headers: Headers
  parameters: RequestParameters
  /** The parameters' values. */
  values: JsonObject
}

export type Route = {
  /** Name under `serviceEndpoints`, or none for what the root document does not announce. */
  name?: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Routes that read their body themselves. */
  rawBody?: true
  handle(context: ProviderContext, request: RouteRequest): Response | Promise<Response>
}
