import { Readable } from 'node:stream'
import { getAddress, isAddress } from 'viem'
import type { Asset } from '../assetSchema'
import { attachmentHeaders } from '../attachment'
import { authenticate, consumeNonce } from '../authenticate'
import { checkConsumable } from '../checkConsumable'
import { checkFields } from '../checkFields'
import { BusinessError } from '../errors'
import { integer, numeric, required } from '../fieldRules'
import { createFileObject } from '../fileObjects/createFileObject'
import type { OpenedFile } from '../fileObjects/types'
import { type FoundService, findService } from '../findService'
import { getAsset } from '../getAsset'
import { getServiceFiles } from '../getServiceFiles'
import type { Json } from '../json'
import { networkPrefix } from '../networkPrefix'
import { pythonText } from '../pythonText'
import type { ProviderContext, Route, RouteRequest } from '../types'
import { verifyOrder } from '../verifyOrder'

const owner = 'consumerAddress'

export const download: Route = {
  name: 'download',
  method: 'GET',
  path: '/api/services/download',
  async handle(context, request) {
    const { values, headers, raw } = request
    await checkFields(values, {
      fields: {
        documentId: { rules: [required], bail: true },
        serviceId: { rules: [required] },
        consumerAddress: { rules: [required], bail: true },
        transferTxId: { rules: [required], bail: true },
        fileIndex: { rules: [required, integer] },
        nonce: { rules: [required, numeric], bail: true },
      },
      signature: authenticate(context, request, { owner, signed: ['documentId'] }),
    })
    const asset = await getAsset(context.aquariusUrl, values.documentId)
    if (!asset) throw new BusinessError('Cannot resolve DID')
    const description = await findFile(context, request, asset)
    const range = headers.get('range') ?? undefined
    const unavailable = networkPrefix(context, asset, 'Asset URL not found, not available or invalid.')
    const file = await createFileObject(context.files, description, values.userdata)
      .open({ ...(range === undefined ? {} : { range }), signal: raw.signal })
      .catch((cause) => {
        throw cause instanceof BusinessError ? cause : new BusinessError(unavailable, 400, { cause })
      })
    try {
      if (file.status >= 300 && file.status !== 416) throw new BusinessError(unavailable)
      consumeNonce(context, request, owner)
    } catch (error) {
      file.body.destroy()
      throw error
    }
    return stream(file, range)
  },
}

/** The description of the file asked for, after all checks that the consumer may have it. */
async function findFile(context: ProviderContext, { values }: RouteRequest, asset: Asset): Promise<Json> {
  const fail = (message: string) => new BusinessError(networkPrefix(context, asset, message))
  const consumer = pythonText(values.consumerAddress)
  const denied = await checkConsumable(context, asset, consumer)
  if (denied !== undefined) throw new BusinessError(denied)
  const found = findService(asset, values.serviceId)
  if (!found) throw fail('Invalid serviceId.')
  const { service } = found
  if (service.type !== 'access' && !isEnvironment(context, consumer)) {
    throw fail(`Service with index=${service.id} is not an access service.`)
  }
  await requireOrder(context, { asset, consumer, found, transaction: pythonText(values.transferTxId) })
  const files = getServiceFiles(context, asset, service)
  if (!files) throw fail('Unable to get dataset files')
  const file = files[Number(values.fileIndex)]
  if (file === undefined) throw fail(`No such fileIndex ${values.fileIndex}`)
  return file
}

type RequireOrderParameters = { asset: Asset; consumer: string; found: FoundService; transaction: string }

async function requireOrder(
  context: ProviderContext,
  { asset, consumer, found, transaction }: RequireOrderParameters,
): Promise<void> {
  const { service, index } = found
  try {
    await verifyOrder(context, { sender: consumer, transactionId: transaction, asset, service, serviceIndex: index })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `Order with tx_id ${transaction} could not be validated due to error: ${reason}`
    throw new BusinessError(networkPrefix(context, asset, message), 400, { cause })
  }
}

function isEnvironment({ compute, chainId }: ProviderContext, consumer: string): boolean {
  if (!isAddress(consumer, { strict: false })) return false
  const environments = compute?.environments(chainId) ?? []
  return environments.some((environment) => getAddress(environment.consumerAddress) === getAddress(consumer))
}

/** The file's bytes as they arrive, no faster than the client takes them. */
function stream({ status, headers, body, filename }: OpenedFile, range: string | undefined): Response {
  const contentType = headers.get('content-type')
  const disposition = /filename="?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '')?.[1]
  const contentRange = headers.get('content-range')
  return new Response(Readable.toWeb(body) as ReadableStream, {
    status,
    headers:
      range === undefined
        ? attachmentHeaders({ filename: disposition?.trim() || filename, contentType })
        : {
            ...(contentType ? { 'content-type': contentType } : {}),
            ...(contentRange ? { 'content-range': contentRange } : {}),
            range,
            'x-content-type-options': 'nosniff',
          },
  })
}
