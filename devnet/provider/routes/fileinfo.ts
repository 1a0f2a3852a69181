import { checkFields } from '../checkFields'
import { BusinessError } from '../errors'
import { matching, oneOf, requiredIf, requiredWithout } from '../fieldRules'
import { createFileObject } from '../fileObjects/createFileObject'
import { findService } from '../findService'
import { getAsset } from '../getAsset'
import { getServiceFiles } from '../getServiceFiles'
import { isEmpty } from '../isEmpty'
import { isTruthy } from '../isTruthy'
import type { Json, JsonObject } from '../json'
import { jsonResponse } from '../jsonResponse'
import { networkPrefix } from '../networkPrefix'
import type { ProviderContext, Route } from '../types'

const types = ['ipfs', 'url', 'arweave', 'graphql', 'smartcontract']

export const fileinfo: Route = {
  name: 'fileinfo',
  method: 'POST',
  path: '/api/services/fileinfo',
  async handle(context, { values }) {
    await checkFields(values, {
      fields: {
        type: { rules: [requiredWithout('did'), oneOf(...types)], optional: true },
        did: { rules: [requiredWithout('type'), matching(/^did:op/)], optional: true },
        hash: { rules: [requiredIf('type', 'ipfs')] },
        url: { rules: [requiredIf('type', 'url')] },
        transactionId: { rules: [requiredIf('type', 'arweave')] },
        serviceId: { rules: [requiredWithout('type')] },
      },
    })
    const descriptions = isEmpty(values.did) ? [values] : await readAssetFiles(context, values)
    const files = descriptions.map((description) => createFileObject(context.files, description, values.userdata))
    const checksum = isTruthy(values.checksum)
    const details = await Promise.all(files.map((file) => file.checkDetails({ checksum })))
    return jsonResponse(
      files.map(({ type }, index) => ({ index, type, valid: details[index] !== undefined, ...details[index] })),
    )
  },
}

async function readAssetFiles(context: ProviderContext, { did, serviceId }: JsonObject): Promise<Json[]> {
  const asset = await getAsset(context.aquariusUrl, did)
  if (!asset) throw new BusinessError('Cannot resolve DID')
  const found = findService(asset, serviceId)
  if (!found) throw new BusinessError(networkPrefix(context, asset, 'Invalid serviceId.'))
  const files = getServiceFiles(context, asset, found.service)
  if (!files) throw new BusinessError(networkPrefix(context, asset, 'Unable to get dataset files'))
  return files
}
