import type { Handler } from 'hono'
import { openApi } from '../openApi'

export const spec: Handler = (c) => c.json(openApi)
