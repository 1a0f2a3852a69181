import { describe, expect, it } from 'vitest'
import { ComputeRefusedError, RequestRefusedError, ServiceFailedError, ServiceUnreachableError } from '@/lib/ocean'
import { checkOf, environment, owner } from './runFacts.fixture'

const url = 'http://127.0.0.1:8030/api/services/initializeCompute'

describe('assessVerdict', () => {
  it('is green when the Provider would take the job', () => {
    expect(checkOf('image')).toMatchObject({ finding: 'runs', level: 'green', image: 'python:3' })
    expect(checkOf('verdict')).toMatchObject({ finding: 'accepted', level: 'green' })
  })

  it('repeats what the Provider itself said against the job', () => {
    const error = new ComputeRefusedError({
      resource: 'algorithm',
      code: 'not_trusted_algo',
      kind: 'algorithmNotTrusted',
    })
    expect(checkOf('verdict', { verdict: { known: false, error } })).toMatchObject({
      level: 'red',
      error,
      fix: 'retry',
    })
    expect(checkOf('image', { verdict: { known: false, error } })).toMatchObject({ level: 'unknown' })
  })

  it.each([
    ['that is away', new ServiceUnreachableError({ url, timedOut: false })],
    ['that is slow', new ServiceUnreachableError({ url, timedOut: true })],
    ['that fails', new ServiceFailedError('The Provider failed.', { url, status: 503 })],
    ['of which nothing is known', new Error('x')],
  ])('takes no answer of a Provider %s for a no', (_, error) => {
    expect(checkOf('verdict', { verdict: { known: false, error } })).toMatchObject({
      ...{ finding: 'unanswered', level: 'unknown', fix: 'retry' },
    })
  })

  it('knows nothing before anybody has asked', () => {
    expect(checkOf('verdict', { verdict: { known: false } })).toMatchObject({ finding: 'unasked', level: 'unknown' })
  })

  it('lays an image that does not run at the algorithm’s door, with the Provider’s reason', () => {
    const code = 'Image r:4 cannot run here'
    const refuse = (kind: 'unknown' | 'containerIncomplete') => ({
      known: false as const,
      error: new ComputeRefusedError({ resource: 'algorithm.container', code, kind }),
    })
    expect(checkOf('image', { verdict: refuse('unknown') })).toMatchObject({
      ...{ finding: 'refused', level: 'red', reason: code, fix: 'askOwner', whose: 'algorithm' },
    })
    expect(checkOf('image', { verdict: refuse('unknown'), account: owner })).toMatchObject({ fix: 'edit' })
    expect(checkOf('image', { verdict: refuse('containerIncomplete') })).toMatchObject({ finding: 'incomplete' })
  })

  it('offers another environment when the chosen one is gone', () => {
    const error = new RequestRefusedError('The Provider refused.', {
      ...{ url, status: 400, details: 'Compute environment does not exist' },
    })
    const environments = { known: true, value: [environment, { ...environment, id: 'other' }] } as const
    expect(checkOf('verdict', { verdict: { known: false, error }, environments })).toMatchObject({
      ...{ level: 'red', fix: 'chooseEnvironment', alternative: 'other' },
    })
  })
})
