import type { Handler } from 'hono'
import { describeShapes } from '../validation/describeShapes'
import { schemaVersions } from '../validation/shapes'

/** `GET /api/aquarius/validation/schema?version=`; the misspelt key is what clients of the real service meet. */
export const validationSchema: Handler = (c) => {
  const asked = c.req.query('version') ?? '4.1.0'
  const version = schemaVersions.find((known) => known === asked)
  return version ? c.json(describeShapes(version)) : c.json({ erorr: 'Schema version not found.' }, 404)
}
