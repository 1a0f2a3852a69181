import { type Hex, hexToString } from 'viem'
import { z } from 'zod/mini'
import { providerDataSchema } from '../schemas/providerSchemas'

/** What a provider fee was quoted for, or `undefined` when its data is not in the protocol's form. */
export function readProviderData(
  data: Hex,
): { environment: string | undefined; datatoken: string; serviceId: string } | undefined {
  try {
    const parsed = z.safeParse(providerDataSchema, JSON.parse(hexToString(data)))
    if (!parsed.success) return undefined
    const { environment, dt, id } = parsed.data
    return { environment: environment ?? undefined, datatoken: dt.toLowerCase(), serviceId: String(id) }
  } catch {
    return undefined
  }
}
