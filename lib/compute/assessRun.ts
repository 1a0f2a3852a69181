import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import { sameAddress } from '@/lib/asset/sameAddress'
import { assessPayment } from './assessPayment'
import { assessVerdict } from './assessVerdict'
import { compareChecksums } from './compareChecksums'
import { findObstacles, type Obstacle } from './findObstacles'
import { findTrust } from './findTrust'
import { hasRoom } from './hasRoom'
import type { RunCheck, RunFacts } from './runCheck'

/** Seconds under which results kept by the environment are called short-lived. */
const shortRetention = 24 * 60 * 60

/**
 * Judges, before any money moves, whether a job would run: one line per thing that can go wrong, in the order in which
 * people can do something about it. Green holds, amber works with a drawback, red will not work, unknown was not found out.
 */
export function assessRun(facts: RunFacts): RunCheck[] {
  const { gas, ...payment } = assessPayment(facts)
  const { image, verdict } = assessVerdict(facts)
  return [
    wallet(facts),
    chain(facts),
    gas,
    allowed(facts),
    checksum(facts),
    provider(facts),
    files(facts, 'datasetFile'),
    files(facts, 'algorithmFile'),
    environment(facts),
    image,
    verdict,
    payment.datasetAccess,
    payment.algorithmAccess,
    payment.fee,
    ...payment.together,
    retention(facts),
  ]
}

function wallet({ account }: RunFacts): RunCheck {
  if (account === undefined) return { id: 'wallet', finding: 'missing', level: 'red', fix: 'connect' }
  return { id: 'wallet', finding: 'connected', level: 'green' }
}

function chain({ account, walletChainId, chainId }: RunFacts): RunCheck {
  if (account === undefined) return { id: 'chain', finding: 'unconnected', chainId, level: 'unknown' }
  if (walletChainId === chainId) return { id: 'chain', finding: 'right', chainId, level: 'green' }
  return { id: 'chain', finding: 'wrong', chainId, level: 'red', fix: 'switchChain' }
}

const isOwner = (facts: RunFacts, whose: 'dataset' | 'algorithm') => sameAddress(facts.account, facts[whose].nft.owner)

/** Obstacles that lie in the algorithm itself, so that its owner has to remove them. */
const ofAlgorithm: readonly Obstacle[] = [
  'noAlgorithmService',
  'noContainer',
  'algorithmState',
  'algorithmPurgatory',
  'algorithmCredentials',
  'privateElsewhere',
]
const ofTrust: readonly Obstacle[] = ['publisherNotTrusted', 'algorithmNotTrusted']
/** Nobody can remove these: another asset has to be chosen. */
const forGood: readonly Obstacle[] = ['notDataset', 'notAlgorithm', 'datasetPurgatory', 'algorithmPurgatory']

function allowed(facts: RunFacts): RunCheck {
  const obstacles = findObstacles(facts)
  const [first] = obstacles
  if (first === undefined) {
    const finding = findTrust(facts.dataset).kind === 'any' ? 'anyPublished' : 'named'
    return { id: 'allowed', finding, obstacles, level: 'green' }
  }
  const whose = ofAlgorithm.includes(first) ? 'algorithm' : 'dataset'
  const common = { id: 'allowed', finding: 'refused', obstacles, level: 'red', whose } as const
  if (forGood.includes(first)) return { ...common, fix: 'chooseOther' }
  if (!isOwner(facts, whose)) return { ...common, fix: 'askOwner' }
  return { ...common, fix: ofTrust.includes(first) ? 'allow' : 'edit' }
}

function checksum(facts: RunFacts): RunCheck {
  const stored = findTrust(facts.dataset).algorithms.find(({ did }) => did === facts.algorithm.id)
  if (stored === undefined) return { id: 'checksum', finding: 'unpinned', level: 'green' }
  if (!facts.liveChecksums.known) return { id: 'checksum', finding: 'unknown', level: 'unknown', fix: 'retry' }
  const { files, container, drifted } = compareChecksums(stored, facts.liveChecksums.value)
  if (drifted) {
    const finding =
      files === 'changed' && container === 'changed'
        ? 'bothChanged'
        : files === 'changed'
          ? 'filesChanged'
          : 'containerChanged'
    return { id: 'checksum', finding, level: 'red', fix: isOwner(facts, 'dataset') ? 'allow' : 'askOwner' }
  }
  if (files === 'unknown' || container === 'unknown')
    return { id: 'checksum', finding: 'unknown', level: 'unknown', fix: 'retry' }
  if (files === 'unset' && container === 'unset') return { id: 'checksum', finding: 'unpinned', level: 'green' }
  return { id: 'checksum', finding: 'same', level: 'green' }
}

function provider({ dataset, algorithm }: RunFacts): RunCheck {
  const datasetUrl = (getComputeService(dataset)?.serviceEndpoint ?? '').replace(/\/+$/, '')
  const algorithmUrl = (getAlgorithmService(algorithm)?.serviceEndpoint ?? '').replace(/\/+$/, '')
  const same = datasetUrl === algorithmUrl
  return {
    id: 'provider',
    finding: same ? 'same' : 'different',
    datasetUrl,
    algorithmUrl,
    level: same ? 'green' : 'amber',
  }
}

function files(facts: RunFacts, id: 'datasetFile' | 'algorithmFile'): RunCheck {
  const whose = id === 'datasetFile' ? 'dataset' : 'algorithm'
  const fact = id === 'datasetFile' ? facts.datasetFiles : facts.algorithmFiles
  if (!fact.known) return { id, finding: 'unknown', files: [], level: 'unknown', fix: 'retry' }
  const reachable = fact.value.length > 0 && fact.value.every(({ valid }) => valid)
  if (reachable) return { id, finding: 'reachable', files: fact.value, level: 'green' }
  const fix = isOwner(facts, whose) ? 'edit' : 'askOwner'
  return { id, finding: 'unreachable', files: fact.value, level: 'red', fix, whose }
}

function environment({ environments, environment }: RunFacts): RunCheck {
  const id = 'environment'
  if (!environments.known) return { id, finding: 'unknown', environment: undefined, level: 'unknown', fix: 'retry' }
  if (environments.value.length === 0)
    return { id, finding: 'nothingOffered', environment, level: 'red', fix: 'chooseOther' }
  const alternative = environments.value.find((other) => other.id !== environment?.id && hasRoom(other))?.id
  if (environment === undefined)
    return { id, finding: 'none', environment, level: 'red', fix: 'chooseEnvironment', alternative }
  if (!hasRoom(environment))
    return { id, finding: 'full', environment, level: 'amber', fix: 'chooseEnvironment', alternative }
  return { id, finding: 'room', environment, level: 'green' }
}

function retention({ environment }: RunFacts): RunCheck {
  if (environment === undefined) return { id: 'retention', finding: 'unknown', seconds: 0, level: 'unknown' }
  const seconds = environment.storageExpiry
  if (seconds <= 0) return { id: 'retention', finding: 'forever', seconds, level: 'green' }
  const short = seconds < shortRetention
  return { id: 'retention', finding: short ? 'short' : 'long', seconds, level: short ? 'amber' : 'green' }
}
