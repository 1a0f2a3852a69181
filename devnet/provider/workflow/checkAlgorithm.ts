import type { AlgorithmContainer } from '../../compute/types'
import { getContainerChecksum, getFilesChecksum } from '../algorithmChecksums'
import type { Asset } from '../assetSchema'
import { checkConsumable } from '../checkConsumable'
import { findContainerFault, toContainer } from '../checkContainer'
import { BusinessError } from '../errors'
import { type FoundService, findService } from '../findService'
import { getAsset } from '../getAsset'
import { getServiceFiles } from '../getServiceFiles'
import { isEmpty } from '../isEmpty'
import { isJsonObject, type Json, type JsonObject } from '../json'
import { pythonText } from '../pythonText'
import type { ProviderContext } from '../types'

type PublishedAlgorithm = FoundService & {
  kind: 'published'
  did: string
  asset: Asset
  filesChecksum: string
  containerChecksum: string
  container: AlgorithmContainer
}

type RawAlgorithm = {
  kind: 'raw'
  rawcode: string | undefined
  url: string | undefined
  container: AlgorithmContainer
}

export type CheckedAlgorithm = PublishedAlgorithm | RawAlgorithm

/**
 * Reads the algorithm of a request and checks it as far as this is possible without an order.
 *
 * @param parameters.consumer - Checked against the algorithm's credentials when given.
 * @throws {BusinessError} with a code per resource (provider-aquarius specification, section 6.3).
 */
export async function checkAlgorithm(
  context: ProviderContext,
  { algorithm, consumer }: { algorithm: Json | undefined; consumer: string | undefined },
): Promise<CheckedAlgorithm> {
  const data = isJsonObject(algorithm) ? algorithm : {}
  const published = !isEmpty(data.documentId)
  if (!published && isEmpty(data.meta)) throw new BusinessError({ algorithm: 'missing_meta_documentId' })
  if (published && !isEmpty(data.meta)) throw new BusinessError({ algorithm: 'documentId_and_meta_exclude_each_other' })
  return published ? checkPublished(context, data, consumer) : checkRaw(data)
}

/**
 * Makes sure that the compute backend can run an algorithm's image: the last check, before anybody pays or starts.
 *
 * @throws {BusinessError} with the backend's reason.
 */
export function requireRunnable({ compute }: ProviderContext, { container }: CheckedAlgorithm): void {
  const refusal = compute?.refuses(container)
  if (refusal !== undefined) throw new BusinessError({ 'algorithm.container': refusal })
}

async function checkPublished(
  context: ProviderContext,
  data: JsonObject,
  consumer: string | undefined,
): Promise<PublishedAlgorithm> {
  const did = pythonText(data.documentId)
  const asset = await getAsset(context.aquariusUrl, did)
  if (!asset) throw new BusinessError({ algorithm: 'file_unavailable' })
  if (asset.metadata?.type !== 'algorithm') throw new BusinessError({ algorithm: 'not_algo' })
  if (isEmpty(data.serviceId)) throw new BusinessError({ 'algorithm.serviceId': 'missing' })
  const found = findService(asset, data.serviceId)
  const section = asset.metadata.algorithm?.container
  const files = found && getServiceFiles(context, asset, found.service)
  const filesChecksum = files && section && (await getFilesChecksum(context, files))
  if (!found || filesChecksum === undefined) throw new BusinessError({ algorithm: 'file_unavailable' })
  const denied = consumer === undefined ? undefined : await checkConsumable(context, asset, consumer)
  if (denied !== undefined) throw new BusinessError({ 'algorithm.credentials': denied })
  const container = toContainer(section)
  const fault = findContainerFault(section)
  if (fault) throw new BusinessError({ 'algorithm.container': fault })
  const containerChecksum = getContainerChecksum(container)
  return { kind: 'published', did, asset, ...found, filesChecksum, containerChecksum, container }
}

function checkRaw(data: JsonObject): RawAlgorithm {
  const meta = isJsonObject(data.meta) ? data.meta : {}
  const text = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)
  const rawcode = text(meta.rawcode)
  const url = text(meta.url)
  if (rawcode === undefined && url === undefined)
    throw new BusinessError({ algorithm: 'meta_oneof_url_rawcode_remote' })
  const fault = findContainerFault(meta.container)
  if (fault) throw new BusinessError({ 'algorithm.container': fault })
  return { kind: 'raw', rawcode, url, container: toContainer(meta.container) }
}
