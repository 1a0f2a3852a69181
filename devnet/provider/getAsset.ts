import { type Asset, assetSchema } from './assetSchema'
import { HttpStatusError } from './errors'

const maximumBytes = 5_000_000

/** The asset as Aquarius serves it now, or undefined when it knows none of that name. */
export async function getAsset(aquariusUrl: string, did: unknown): Promise<Asset | undefined> {
  if (typeof did !== 'string' || !/^did:op:[\w.-]{1,100}$/.test(did)) return undefined
  const signal = AbortSignal.timeout(10_000)
  let response: Response
  try {
    response = await fetch(`${aquariusUrl}/api/aquarius/assets/ddo/${did}`, { signal, redirect: 'error' })
  } catch (cause) {
    throw new HttpStatusError(
      503,
      `Metadata cache did not answer: ${cause instanceof Error ? cause.name : 'unknown fault'}.`,
    )
  }
  const length = Number(response.headers.get('content-length') ?? 0)
  if (!response.ok || length > maximumBytes) {
    await response.body?.cancel()
    return undefined
  }
  const parsed = assetSchema.safeParse(await response.json().catch(() => undefined))
  return parsed.success ? parsed.data : undefined
}
