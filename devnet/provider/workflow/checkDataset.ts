import type { Asset } from '../assetSchema'
import { checkConsumable } from '../checkConsumable'
import { BusinessError } from '../errors'
import { type FoundService, findService } from '../findService'
import { getAsset } from '../getAsset'
import { getServiceFiles } from '../getServiceFiles'
import { isEmpty } from '../isEmpty'
import { isJsonObject, type Json } from '../json'
import { pythonText } from '../pythonText'
import type { ProviderContext } from '../types'
import type { CheckedAlgorithm } from './checkAlgorithm'
import { findTrustFault } from './findTrustFault'

export type CheckDatasetParameters = {
  dataset: Json | undefined
  /** Position in the request: the first one is the main dataset. */
  index: number
  algorithm: CheckedAlgorithm
  consumer: string
  /** Whether an order must be named. */
  ordered: boolean
}

export type CheckedDataset = FoundService & {
  did: string
  asset: Asset
  transferTxId: string | undefined
  userdata: Json | undefined
  /** Whether another Provider keeps the files. */
  foreign: boolean
}

/** Name of a dataset in error codes. */
export function datasetResource(index: number): string {
  return index === 0 ? 'dataset' : `datasets[${index}]`
}

/**
 * Checks one dataset of a compute request, the order itself excepted.
 *
 * @throws {BusinessError} with a code per resource (provider-aquarius specification, section 6.3).
 */
export async function checkDataset(
  context: ProviderContext,
  parameters: CheckDatasetParameters,
): Promise<CheckedDataset> {
  const { dataset, index, algorithm, consumer, ordered } = parameters
  const resource = datasetResource(index)
  const fail = (suffix: string, code: string) => new BusinessError({ [`${resource}${suffix}`]: code })
  const data = isJsonObject(dataset) ? dataset : {}
  if (isEmpty(data.documentId)) throw fail('.documentId', 'missing')
  if (ordered && isEmpty(data.transferTxId)) throw fail('.transferTxId', 'missing')
  if (isEmpty(data.serviceId)) throw fail('.serviceId', 'missing')
  const did = pythonText(data.documentId)
  const asset = await getAsset(context.aquariusUrl, did)
  if (!asset) throw fail('.documentId', 'did_not_found')
  const found = findService(asset, data.serviceId)
  if (!found && asset.services !== undefined) throw fail('.serviceId', 'not_found')
  const denied = await checkConsumable(context, asset, consumer)
  if (denied !== undefined) throw fail('', denied)
  if (!found) throw fail('.serviceId', 'not_found')
  const { type } = found.service
  if (type !== 'access' && type !== 'compute') throw fail('.serviceId', 'service_not_access_compute')
  if (type !== 'compute' && index === 0) throw fail('.serviceId', 'main_service_compute')
  const files = getServiceFiles(context, asset, found.service)
  if (type === 'compute' && isEmpty(files)) throw fail('.serviceId', 'compute_services_not_in_same_provider')
  const fault = type === 'compute' ? findTrustFault(found.service, algorithm) : undefined
  if (fault) throw fail('', fault)
  const transferTxId = isEmpty(data.transferTxId) ? undefined : pythonText(data.transferTxId)
  return { ...found, did, asset, transferTxId, userdata: data.userdata, foreign: files === undefined }
}
