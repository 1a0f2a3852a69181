import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import type { Asset, Credentials } from '@/lib/ocean'

/** Why a pair cannot run, as far as the two documents tell. The UI has the words. */
export type Obstacle =
  | 'notDataset'
  | 'notAlgorithm'
  | 'noComputeService'
  | 'noAlgorithmService'
  | 'noContainer'
  | 'datasetState'
  | 'algorithmState'
  | 'datasetPurgatory'
  | 'algorithmPurgatory'
  | 'publisherNotTrusted'
  | 'algorithmNotTrusted'
  | 'datasetCredentials'
  | 'algorithmCredentials'
  | 'privateElsewhere'

/** States in which a Provider serves an asset: active and unlisted. */
export const servedStates: readonly number[] = [0, 5]

function addresses(rules: Credentials['allow']): string[] | undefined {
  const first = rules?.find(({ type }) => type === 'address')
  return first?.values.map((value) => value.toLowerCase())
}

function refuses(credentials: Credentials | undefined, account: string | undefined): boolean {
  const allow = addresses(credentials?.allow)
  const deny = addresses(credentials?.deny)
  if (account === undefined) return false
  if (allow !== undefined && allow.length > 0) return !allow.includes(account.toLowerCase())
  return deny?.includes(account.toLowerCase()) ?? false
}

/** Why no dataset can be computed on by this algorithm, whoever asks. */
export function findAlgorithmObstacles(algorithm: Asset): Obstacle[] {
  const found: Obstacle[] = []
  if (algorithm.metadata.type !== 'algorithm') found.push('notAlgorithm')
  if (!servedStates.includes(algorithm.nft.state)) found.push('algorithmState')
  if (algorithm.purgatory.state) found.push('algorithmPurgatory')
  if (getAlgorithmService(algorithm) === undefined) found.push('noAlgorithmService')
  const container = algorithm.metadata.algorithm?.container
  if (!container?.image || !container.entrypoint || !container.checksum.startsWith('sha256:')) found.push('noContainer')
  return found
}

/** Why no algorithm at all can compute on this dataset. */
export function findDatasetObstacles(dataset: Asset): Obstacle[] {
  const found: Obstacle[] = []
  if (dataset.metadata.type !== 'dataset') found.push('notDataset')
  if (!servedStates.includes(dataset.nft.state)) found.push('datasetState')
  if (dataset.purgatory.state) found.push('datasetPurgatory')
  if (getComputeService(dataset) === undefined) found.push('noComputeService')
  return found
}

/**
 * Why `algorithm` may not run on `dataset`, by the Provider's own rules, gravest first; empty when nothing is known to
 * stand in the way.
 *
 * An empty trust list lets any published algorithm in; when both lists hold something, both have to agree. Owners are
 * compared with their exact casing, as the Provider does.
 *
 * @param parameters.account - Whoever starts the job, for access lists.
 */
export function findObstacles(parameters: {
  dataset: Asset
  algorithm: Asset
  account?: string | undefined
}): Obstacle[] {
  const { dataset, algorithm, account } = parameters
  const found = [...findDatasetObstacles(dataset), ...findAlgorithmObstacles(algorithm)]
  const service = getComputeService(dataset)
  const options = service?.compute
  const publishers = options?.publisherTrustedAlgorithmPublishers ?? []
  const algorithms = options?.publisherTrustedAlgorithms ?? []
  if (publishers.length > 0 && !publishers.includes(algorithm.nft.owner)) found.push('publisherNotTrusted')
  if (algorithms.length > 0 && !algorithms.some(({ did }) => did === algorithm.id)) found.push('algorithmNotTrusted')
  if (refuses(dataset.credentials, account)) found.push('datasetCredentials')
  if (refuses(algorithm.credentials, account)) found.push('algorithmCredentials')
  const code = getAlgorithmService(algorithm)
  if (code?.type === 'compute' && service !== undefined && code.serviceEndpoint !== service.serviceEndpoint)
    found.push('privateElsewhere')
  return found
}
