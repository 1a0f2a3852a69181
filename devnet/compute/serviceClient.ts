import { keccak256, stringToBytes } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { FileInfo } from './hybridDdo'

export type ServiceReference = {
  did: string
  serviceEndpoint: string
  serviceId: string
  txId: string
  userdata?: unknown
}

export type ServiceClient = {
  getDdo(did: string, signal: AbortSignal): Promise<Record<string, unknown>>
  getFileInfo(service: ServiceReference, signal: AbortSignal): Promise<FileInfo[]>
  /** Opens one of a service's files. The body is not read yet. */
  download(service: ServiceReference, fileIndex: number, signal: AbortSignal): Promise<Response>
}

export type ServiceClientParameters = { aquariusUrl: string; account: PrivateKeyAccount }

const answerTime = 60_000
const longestReason = 300

/** A service answered with an error; the message is fit for the job's owner. */
export class ServiceRefusedError extends Error {
  override readonly name = 'ServiceRefusedError'
}

async function reasonOf(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 4096)
  try {
    const { error, errors } = JSON.parse(text) as { error?: unknown; errors?: unknown }
    const reason = error ?? errors
    return (typeof reason === 'string' ? reason : JSON.stringify(reason ?? text)).slice(0, longestReason)
  } catch {
    return text.slice(0, longestReason)
  }
}

async function request(url: string, options: RequestInit & { signal: AbortSignal }, what: string): Promise<Response> {
  let response: Response
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(), answerTime)
  try {
    response = await fetch(url, { ...options, signal: AbortSignal.any([options.signal, slow.signal]) })
  } catch (error) {
    options.signal.throwIfAborted()
    const why = slow.signal.aborted ? `no answer within ${answerTime / 1000} s` : 'it cannot be reached'
    throw new ServiceRefusedError(`${what}: ${why}.`, { cause: error })
  } finally {
    clearTimeout(timer)
  }
  if (!response.ok) throw new ServiceRefusedError(`${what}: ${response.status} ${await reasonOf(response)}`)
  return response
}

const baseOf = (serviceEndpoint: string) => serviceEndpoint.replace(/\/+$/, '')

/** Speaks to Aquarius and Provider as the operator's configuration pod does, under the environment's identity. */
export function createServiceClient({ aquariusUrl, account }: ServiceClientParameters): ServiceClient {
  let lastNonce = 0
  let turn: Promise<unknown> = Promise.resolve()

  /** A nonce must reach the Provider before a larger one does, so requests that carry one are sent one by one. */
  const inTurn = <T>(work: (nonce: number) => Promise<T>): Promise<T> => {
    const next = turn.then(() => {
      lastNonce = Math.max(Date.now(), lastNonce + 1)
      return work(lastNonce)
    })
    turn = next.catch(() => undefined)
    return next
  }

  const endpointOf = async (
    serviceEndpoint: string,
    { name, path, signal }: { name: string; path: string; signal: AbortSignal },
  ) => {
    const base = baseOf(serviceEndpoint)
    const response = await request(`${base}/`, { signal }, `Asking ${base} for its endpoints`)
    const root = (await response.json()) as { serviceEndpoints?: Record<string, [string, string]> }
    return `${base}${root.serviceEndpoints?.[name]?.[1] ?? path}`
  }

  return {
    async getDdo(did, signal) {
      const url = `${baseOf(aquariusUrl)}/api/aquarius/assets/ddo/${did}`
      const response = await request(url, { signal }, `Reading the document of ${did}`)
      return (await response.json()) as Record<string, unknown>
    },
    async getFileInfo({ did, serviceEndpoint, serviceId }, signal) {
      const url = await endpointOf(serviceEndpoint, { name: 'fileinfo', path: '/api/services/fileinfo', signal })
      const response = await request(
        url,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ did, serviceId }),
          signal,
        },
        `Asking for the files of ${did}`,
      )
      return (await response.json()) as FileInfo[]
    },
    async download({ did, serviceEndpoint, serviceId, txId, userdata }, fileIndex, signal) {
      const url = await endpointOf(serviceEndpoint, { name: 'download', path: '/api/services/download', signal })
      return inTurn(async (nonce) => {
        signal.throwIfAborted()
        const signature = await account.signMessage({ message: { raw: keccak256(stringToBytes(`${did}${nonce}`)) } })
        const query = new URLSearchParams({
          documentId: did,
          serviceId,
          consumerAddress: account.address,
          transferTxId: txId,
          fileIndex: `${fileIndex}`,
          nonce: `${nonce}`,
          signature,
          ...(userdata === undefined || userdata === null ? {} : { userdata: JSON.stringify(userdata) }),
        })
        return request(`${url}?${query}`, { signal }, `Downloading file ${fileIndex} of ${did}`)
      })
    },
  }
}
