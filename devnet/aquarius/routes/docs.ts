import type { Handler } from 'hono'
import { renderApiDocs } from '../../renderApiDocs'
import { openApi } from '../openApi'

const page = renderApiDocs(openApi)

export const docs: Handler = (c) => c.html(page)
