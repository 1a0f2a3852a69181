import type { Address, Hex } from 'viem'
import { encryptFiles } from '../actions/provider/encryptFiles'
import { getTrustedAlgorithm } from '../actions/provider/getTrustedAlgorithm'
import type { TrustedAlgorithm } from '../types/asset'
import type { AssetDraft } from '../types/draft'
import { getServiceDrafts } from '../utils/buildDdo'
import type { Flow } from './createFlow'

/** The parts of a document other services have to be asked for: ciphertext and pinned algorithms of each service. */
export async function encryptDraft(
  { client, signal }: Pick<Flow, 'client' | 'signal'>,
  {
    draft,
    providerUrl,
    dataNft,
    datatoken,
  }: { draft: AssetDraft; providerUrl: string; dataNft: Address; datatoken: Address },
): Promise<{ dataNft: Address; files: Hex[]; trusted: TrustedAlgorithm[][]; created: string }> {
  const files: Hex[] = []
  const trusted: TrustedAlgorithm[][] = []
  for (const service of getServiceDrafts(draft)) {
    files.push(
      await encryptFiles(client, { providerUrl, dataNft, datatoken, files: service.files ?? draft.files, signal }),
    )
    const algorithms = service.compute?.trustedAlgorithms ?? []
    trusted.push(
      await Promise.all(algorithms.map((algorithm) => getTrustedAlgorithm(client, { ...algorithm, signal }))),
    )
  }
  return { dataNft, files, trusted, created: new Date().toISOString() }
}
