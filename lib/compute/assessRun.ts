import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import { sameAddress } from '@/lib/asset/sameAddress'
import { compareChecksums } from './compareChecksums'
import { findObstacles } from './findObstacles'
import { findTrust } from './findTrust'
import type { AccessFacts, RunCheck, RunFacts } from './runCheck'

/** One order always costs one whole datatoken. */
export const orderCost = 10n ** 18n

/** The kind of access token that is got and used in one transaction. */
const joiningTemplate = 2

/** Seconds under which results kept by the environment are called short-lived. */
const shortRetention = 24 * 60 * 60

/**
 * Judges, before any money moves, whether a job would run: one line per thing that can go wrong, in the order in which
 * people can do something about it. Green holds, amber works with a drawback, red will not work, unknown was not found out.
 */
export function assessRun(facts: RunFacts): RunCheck[] {
  return [
    wallet(facts),
    chain(facts),
    allowed(facts),
    checksum(facts),
    provider(facts),
    files('datasetFile', facts.datasetFiles),
    files('algorithmFile', facts.algorithmFiles),
    environment(facts),
    verdict(facts),
    access('datasetAccess', facts.datasetAccess),
    access('algorithmAccess', facts.algorithmAccess),
    fee(facts),
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

function ownerFix(facts: RunFacts): 'allow' | 'askOwner' {
  return sameAddress(facts.account, facts.dataset.nft.owner) ? 'allow' : 'askOwner'
}

function allowed(facts: RunFacts): RunCheck {
  const obstacles = findObstacles(facts)
  if (obstacles.length > 0) return { id: 'allowed', finding: 'refused', obstacles, level: 'red', fix: ownerFix(facts) }
  const finding = findTrust(facts.dataset).kind === 'any' ? 'anyPublished' : 'named'
  return { id: 'allowed', finding, obstacles, level: 'green' }
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
    return { id: 'checksum', finding, level: 'red', fix: ownerFix(facts) }
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

function files(id: 'datasetFile' | 'algorithmFile', fact: RunFacts['datasetFiles']): RunCheck {
  if (!fact.known) return { id, finding: 'unknown', files: [], level: 'unknown', fix: 'retry' }
  const reachable = fact.value.length > 0 && fact.value.every(({ valid }) => valid)
  if (!reachable) return { id, finding: 'unreachable', files: fact.value, level: 'red', fix: 'askOwner' }
  return { id, finding: 'reachable', files: fact.value, level: 'green' }
}

function environment({ environment }: RunFacts): RunCheck {
  if (environment === undefined)
    return { id: 'environment', finding: 'none', environment, level: 'red', fix: 'chooseEnvironment' }
  if (environment.maxJobs > 0 && environment.currentJobs >= environment.maxJobs)
    return { id: 'environment', finding: 'full', environment, level: 'amber', fix: 'chooseEnvironment' }
  return { id: 'environment', finding: 'room', environment, level: 'green' }
}

function verdict(facts: RunFacts): RunCheck {
  const container = facts.algorithm.metadata.algorithm?.container
  const image = container === undefined ? '' : `${container.image}:${container.tag}`
  if (facts.verdict.known) return { id: 'verdict', finding: 'accepted', image, error: undefined, level: 'green' }
  const { error } = facts.verdict
  if (error === undefined) return { id: 'verdict', finding: 'unasked', image, error, level: 'unknown' }
  return { id: 'verdict', finding: 'refused', image, error, level: 'red', fix: 'retry' }
}

function access(id: 'datasetAccess' | 'algorithmAccess', facts: AccessFacts): RunCheck {
  const options = facts.options.known ? facts.options.value : undefined
  const rate = options?.fixedRates.find(({ standalone }) => standalone || options.templateId === joiningTemplate)
  const purse = facts.purse.known ? facts.purse.value : undefined
  const price = rate && purse ? { amount: rate.price, symbol: purse.symbol, decimals: purse.decimals } : undefined
  const common = { id, balance: options?.balance, price, timeout: facts.timeout }
  const quote = facts.quote.known ? facts.quote.value : undefined
  if (quote?.validOrder !== undefined)
    return { ...common, finding: quote.providerFee === undefined ? 'ordered' : 'renew', level: 'green' }
  if (options === undefined) return { ...common, finding: 'unknown', level: 'unknown' }
  if (options.balance >= orderCost) return { ...common, finding: 'holds', level: 'green' }
  if (options.dispenser && (options.dispenser.standalone || options.templateId === joiningTemplate))
    return { ...common, finding: 'free', level: 'green' }
  if (rate === undefined) return { ...common, finding: 'noOffer', level: 'red', fix: 'acquire' }
  if (purse === undefined) return { ...common, finding: 'unknown', level: 'unknown' }
  if (purse.balance >= rate.price) return { ...common, finding: 'priced', level: 'green' }
  return { ...common, finding: 'short', level: 'red', fix: 'acquire' }
}

function fee({ fee }: RunFacts): RunCheck {
  if (!fee.known)
    return {
      id: 'fee',
      finding: 'unknown',
      amount: undefined,
      symbol: '',
      decimals: 18,
      balance: undefined,
      level: 'unknown',
    }
  const { amount, symbol, decimals, balance } = fee.value
  const common = { id: 'fee', amount, symbol, decimals, balance } as const
  if (amount === 0n) return { ...common, finding: 'free', level: 'green' }
  if (balance === undefined) return { ...common, finding: 'unknown', level: 'unknown' }
  if (balance >= amount) return { ...common, finding: 'covered', level: 'green' }
  return { ...common, finding: 'short', level: 'red', fix: 'chooseEnvironment' }
}

function retention({ environment }: RunFacts): RunCheck {
  if (environment === undefined) return { id: 'retention', finding: 'unknown', seconds: 0, level: 'unknown' }
  const seconds = environment.storageExpiry
  if (seconds <= 0) return { id: 'retention', finding: 'forever', seconds, level: 'green' }
  const short = seconds < shortRetention
  return { id: 'retention', finding: short ? 'short' : 'long', seconds, level: short ? 'amber' : 'green' }
}
