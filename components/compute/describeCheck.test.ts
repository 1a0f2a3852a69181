import { describe, expect, it } from 'vitest'
import { assessRun } from '@/lib/compute/assessRun'
import type { RunFacts } from '@/lib/compute/runCheck'
import { access, algorithm, environment, good, options, owner, sold } from '@/lib/compute/runFacts.fixture'
import { english, type Messages } from '@/lib/messages'
import { german } from '@/lib/messages/de'
import { spanish } from '@/lib/messages/es'
import { ComputeRefusedError, ServiceUnreachableError } from '@/lib/ocean'
import { describeCheck } from './describeCheck'

const away = new ServiceUnreachableError({ url: 'http://127.0.0.1:8030', timedOut: false })
const refused = (resource: string, code: string) =>
  new ComputeRefusedError({ resource, code, kind: code === 'checksum_prefix' ? 'containerIncomplete' : 'unknown' })
const fee = { amount: 5n * 10n ** 18n, token: owner, symbol: 'OCEAN', decimals: 18, balance: 6n * 10n ** 18n }

const situations: Record<string, Partial<RunFacts>> = {
  'all in place': {},
  'a stranger': { account: undefined, walletChainId: undefined, gas: { known: false } },
  'another chain, no gas': { walletChainId: 1, gas: { known: true, value: { balance: 0n, symbol: 'ETH' } } },
  'a Provider that is away': {
    ...{ environments: { known: false, error: away }, environment: undefined, verdict: { known: false, error: away } },
    ...{ liveChecksums: { known: false }, datasetFiles: { known: false }, algorithmFiles: { known: false } },
    fee: { known: false },
  },
  'nothing offered': { environments: { known: true, value: [] }, environment: undefined },
  'nothing chosen': { environment: undefined, verdict: { known: false } },
  'a full environment': { environment: { ...environment, currentJobs: 2, storageExpiry: 60 } },
  'an image that does not run': { verdict: { known: false, error: refused('algorithm.container', 'No such image') } },
  'an image half described': { verdict: { known: false, error: refused('algorithm.container', 'checksum_prefix') } },
  'a refusal in words of its own': { verdict: { known: false, error: refused('datasets[0]', 'Not on Sundays') } },
  'bought and paid': { datasetAccess: sold(6n), algorithmAccess: sold(6n), fee: { known: true, value: fee } },
  'too poor': {
    ...{ datasetAccess: sold(2n), algorithmAccess: sold(2n) },
    fee: { known: true, value: { ...fee, balance: 1n } },
  },
  'approved, run out': {
    ...{ fee: { known: true, value: fee }, feeAllowance: { known: true, value: fee.amount } },
    datasetAccess: { ...access, lapsedAt: 3_000 },
  },
  'no offer': { datasetAccess: { ...access, options: { known: true, value: { ...options, balance: 0n } } } },
  'a revoked algorithm elsewhere': {
    algorithm: {
      ...algorithm,
      nft: { ...algorithm.nft, state: 3 },
      services: algorithm.services.map((service) => ({ ...service, serviceEndpoint: 'http://127.0.0.1:1' })),
    },
  },
}

const say = (words: Messages, facts: Partial<RunFacts>) =>
  assessRun({ ...good, ...facts }).map((check) => ({
    id: check.id,
    label: words.compute.checks[check.id].label,
    text: describeCheck(check, { words, networkName: 'Local', describe: () => 'why', now: 10_200 }),
  }))
const textOf = (id: string, situation: string) =>
  say(english, situations[situation] ?? {}).find((line) => line.id === id)?.text

describe('describeCheck', () => {
  it.each(Object.keys(situations))('has words in every language for %s', (situation) => {
    for (const words of [english, german, spanish]) {
      for (const { label, text } of say(words, situations[situation] ?? {})) {
        expect(label).not.toBe('')
        expect(text).toMatch(/\S/)
        expect(text).not.toMatch(/undefined|NaN|\[object|=>/)
      }
    }
  })

  it('says what is unknown as unknown', () => {
    expect(textOf('environment', 'a Provider that is away')).toBe(
      'The Provider does not answer, so it is unknown what it offers',
    )
    expect(textOf('verdict', 'a Provider that is away')).toBe('It has said neither yes nor no: why')
  })

  it('repeats the Provider’s own words where it has some', () => {
    expect(textOf('verdict', 'a refusal in words of its own')).toBe('It would refuse the job: Not on Sundays')
    expect(textOf('image', 'an image that does not run')).toContain('The Provider says: No such image')
  })

  it('tells how long ago an order ran out', () => {
    expect(textOf('datasetAccess', 'approved, run out')).toMatch(/^An earlier order ran out 2 h ago\. You hold 1 token/)
  })
})
