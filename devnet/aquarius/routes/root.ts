import type { Handler } from 'hono'
import { aquariusVersion } from '../context'

export const root: Handler = (c) => c.json({ plugin: 'module', software: 'Aquarius', version: aquariusVersion })
