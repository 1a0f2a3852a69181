import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { AquariusError } from '../errors'
import { signProof } from '../signProof'
import { isObject } from '../validation/checkShape'
import { UnknownSchemaVersionError, validateDdo } from '../validation/validateDdo'

/** `POST /api/aquarius/assets/ddo/validate`: checks the bytes as they came, and signs their hash when they are valid. */
export const validate =
  ({ account }: AquariusContext): Handler =>
  async (c) => {
    if (c.req.header('content-type') !== 'application/octet-stream') {
      throw new AquariusError('Invalid request content type: should be application/octet-stream', 400)
    }
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const document = parse(bytes)
    if (!isObject(document))
      throw new AquariusError('Invalid payload. The request could not be converted into a dict.', 400)
    if (!document.version) return c.json([{ message: 'no version provided for DDO.' }], 400)
    try {
      const errors = validateDdo(document)
      return Object.keys(errors).length ? c.json({ errors }, 400) : c.json(await signProof(account, bytes))
    } catch (error) {
      if (!(error instanceof UnknownSchemaVersionError)) throw error
      throw new AquariusError(`Encountered error when validating asset: ${error.message}.`, 500)
    }
  }

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
