import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { ComputeRequestError } from '../../compute/types'
import { attachmentHeaders } from '../attachment'
import { authenticate, consumeNonce } from '../authenticate'
import { checkFields } from '../checkFields'
import { numeric, required } from '../fieldRules'
import { parseRange } from '../parseRange'
import { pythonText } from '../pythonText'
import { requireCompute } from '../requireCompute'
import type { Route } from '../types'

export const computeResult: Route = {
  name: 'computeResult',
  method: 'GET',
  path: '/api/services/computeResult',
  async handle(context, request) {
    const compute = requireCompute(context)
    const { values, headers } = request
    const owner = 'consumerAddress'
    await checkFields(values, {
      fields: {
        jobId: { rules: [required], bail: true },
        index: { rules: [required], bail: true },
        consumerAddress: { rules: [required], bail: true },
        nonce: { rules: [required, numeric], bail: true },
      },
      signature: authenticate(context, request, { owner, signed: [owner, 'jobId', 'index'] }),
    })
    consumeNonce(context, request, owner)
    const index = pythonText(values.index)
    if (!/^\s*[+-]?\d+\s*$/.test(index)) {
      throw new ComputeRequestError(400, `Error getResult: invalid literal for int() with base 10: '${index}'.`)
    }
    const result = compute.result({
      ...{ owner: pythonText(values.consumerAddress), jobId: pythonText(values.jobId), index: Number(index) },
    })
    const handle = await open(result.path)
    const part = parseRange(headers.get('range') ?? undefined, result.size)
    const stream = handle.createReadStream({ highWaterMark: 64 * 1024, ...part })
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      status: part ? 206 : 200,
      headers: {
        ...attachmentHeaders(result),
        'accept-ranges': 'bytes',
        'content-length': String(part ? part.end - part.start + 1 : result.size),
        ...(part ? { 'content-range': `bytes ${part.start}-${part.end}/${result.size}` } : {}),
      },
    })
  },
}
