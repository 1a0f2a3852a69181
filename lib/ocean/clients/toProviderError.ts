import { z } from 'zod/mini'
import { ComputeRefusedError } from '../errors/ComputeError'
import { getComputeCodeKind } from '../errors/getComputeCodeKind'
import {
  type HttpError,
  RequestInvalidError,
  RequestRefusedError,
  ServiceFailedError,
  SignatureRejectedError,
} from '../errors/HttpError'
import type { OceanError } from '../errors/OceanError'
import type { HttpResponse } from './request'

const bodySchema = z.looseObject({
  error: z.optional(z.union([z.string(), z.record(z.string(), z.unknown())])),
  errors: z.optional(z.record(z.string(), z.unknown())),
})

/**
 * What a Provider's refusal means: `errors` by field, `error` as text, or `error` as codes by resource.
 *
 * - Source: provider-aquarius specification 1.4, 2.4, 6.3
 */
export function toProviderError(response: HttpResponse): HttpError | OceanError {
  const { url, status } = response
  const text = new TextDecoder().decode(response.bytes.subarray(0, 4_096))
  const { error, errors } = readBody(text)
  if (errors) {
    const fields = Object.fromEntries(
      Object.entries(errors).map(([field, value]) => [
        field,
        Array.isArray(value) ? value.map(String) : [String(value)],
      ]),
    )
    if (fields.signature) {
      return new SignatureRejectedError('The Provider does not accept the signature.', {
        url,
        status,
        details: fields.signature.join(' '),
      })
    }
    const details = Object.values(fields).flat().join(' ')
    return new RequestInvalidError({ fields, url, status, details })
  }
  if (typeof error === 'object') {
    const [resource, code] = Object.entries(error)[0] ?? ['request', 'unknown']
    return new ComputeRefusedError({ resource, code: String(code), kind: getComputeCodeKind(String(code)) })
  }
  const details = error ?? (text || undefined)
  if (status >= 500) return new ServiceFailedError('The Provider failed.', { url, status, details })
  return new RequestRefusedError('The Provider refused.', { url, status, details })
}

function readBody(text: string): z.infer<typeof bodySchema> {
  try {
    const parsed = z.safeParse(bodySchema, JSON.parse(text))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
