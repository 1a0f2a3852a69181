import type { Handler } from 'hono'
import type { AquariusContext } from '../context'

export const chainsList =
  ({ chainId }: AquariusContext): Handler =>
  (c) =>
    c.json({ [chainId]: true })
