import { getAddress, isAddress } from 'viem'
import { isObject } from '../validation/checkShape'
import { validateDdo } from '../validation/validateDdo'
import type { ChainReader } from './chainReader'
import type { Decryptor } from './createDecryptor'
import { readServices } from './readServices'
import type { Fact, MetadataEvent, Outcome } from './types'

export type Examination = { event: MetadataEvent; outcome: Outcome; facts: Fact[] }
type Examine = {
  event: MetadataEvent
  reader: ChainReader
  decryptor: Decryptor
  /** Whether the journal saw the factory make this contract. */
  isKnown(kind: 'nft' | 'datatoken', address: string): boolean
}

/**
 * Finds out what a metadata event is worth: whether the factory made its data NFT, what its document says, and whether
 * that is valid. Contracts older than the journal are looked up on the chain and come back as facts.
 */
export async function examineMetadata({ event, reader, decryptor, isKnown }: Examine): Promise<Examination> {
  const { nft, block, logIndex } = event
  const facts: Fact[] = []
  const finish = (outcome: Outcome): Examination => ({ event, outcome, facts })
  if (!isKnown('nft', nft)) {
    if (!(await reader.isListed(nft)))
      return finish({ status: 'invalid', error: 'Asset not deployed by the data NFT factory.' })
    const [token, tokenUri] = await Promise.all([reader.getToken(nft), reader.getTokenUri(nft)])
    facts.push({ block, logIndex, kind: 'nft', subject: nft, value: { ...token, tokenUri } })
  }
  const decryption = await decryptor(event)
  if (decryption.status !== 'clear') return finish(decryption)
  const document = parseObject(decryption.document)
  if (!document) return finish({ status: 'invalid', error: 'The document is not a JSON object.' })
  const error = findFault(document, event)
  if (error) return finish({ status: 'invalid', error })
  for (const address of findDatatokens(document)) {
    if (isKnown('datatoken', address)) continue
    facts.push({ block, logIndex, kind: 'datatoken', subject: address, value: await reader.getToken(address) })
  }
  return finish({ status: 'indexed', document: decryption.document })
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function findFault(document: Record<string, unknown>, { did }: MetadataEvent): string | undefined {
  if (document.id !== did) return `The document's id is ${String(document.id).slice(0, 100)}, its data NFT's is ${did}.`
  try {
    JSON.stringify(document)
    const faults = Object.entries(validateDdo(document))
    return faults.length ? faults.map(([field, message]) => `${field}: ${message}`).join('; ') : undefined
  } catch (error) {
    return `The document cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

function findDatatokens(document: Record<string, unknown>): Set<`0x${string}`> {
  const addresses = readServices(document).map((service) => service.datatokenAddress)
  return new Set(
    addresses
      .filter((address) => typeof address === 'string' && isAddress(address, { strict: false }))
      .map((address) => getAddress(address)),
  )
}
