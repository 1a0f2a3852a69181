import { sameAddress } from '@/lib/asset/sameAddress'
import { ComputeRefusedError, EnvironmentNotFoundError, RequestRefusedError } from '@/lib/ocean'
import { hasRoom } from './hasRoom'
import type { RunCheck, RunFacts } from './runCheck'

/** What the Provider said when it was asked for the job without paying: about the image, and about everything else. */
export function assessVerdict(facts: RunFacts): { image: RunCheck; verdict: RunCheck } {
  const container = facts.algorithm.metadata.algorithm?.container
  const image = container === undefined ? '' : `${container.image}:${container.tag}`
  const runs = { id: 'image', image, reason: undefined } as const
  if (facts.verdict.known)
    return {
      image: { ...runs, finding: 'runs', level: 'green' },
      verdict: { id: 'verdict', finding: 'accepted', error: undefined, level: 'green' },
    }
  const { error } = facts.verdict
  const unknownImage: RunCheck = { ...runs, finding: 'unknown', level: 'unknown' }
  if (error === undefined)
    return { image: unknownImage, verdict: { id: 'verdict', finding: 'unasked', error, level: 'unknown' } }
  if (!isRefusal(error))
    return {
      image: unknownImage,
      verdict: { id: 'verdict', finding: 'unanswered', error, level: 'unknown', fix: 'retry' },
    }
  if (error instanceof ComputeRefusedError && error.resource === 'algorithm.container') {
    const incomplete = error.kind === 'containerIncomplete'
    const fix = sameAddress(facts.account, facts.algorithm.nft.owner) ? 'edit' : 'askOwner'
    return {
      image: {
        ...{ ...runs, finding: incomplete ? 'incomplete' : 'refused', reason: incomplete ? undefined : error.code },
        ...{ level: 'red', fix, whose: 'algorithm' },
      },
      verdict: { id: 'verdict', finding: 'refused', error, level: 'red', fix: 'retry' },
    }
  }
  return { image: unknownImage, verdict: refused(facts, error) }
}

/** A service that is away, or answers nonsense, has said neither yes nor no. */
function isRefusal(error: Error): boolean {
  return (
    error instanceof ComputeRefusedError ||
    error instanceof RequestRefusedError ||
    error instanceof EnvironmentNotFoundError
  )
}

function refused(facts: RunFacts, error: Error): RunCheck {
  const gone = 'kind' in error && error.kind === 'environmentMissing'
  if (!gone && !(error instanceof EnvironmentNotFoundError))
    return { id: 'verdict', finding: 'refused', error, level: 'red', fix: 'retry' }
  const others = facts.environments.known ? facts.environments.value : []
  const alternative = others.find((other) => other.id !== facts.environment?.id && hasRoom(other))?.id
  return { id: 'verdict', finding: 'refused', error, level: 'red', fix: 'chooseEnvironment', alternative }
}
