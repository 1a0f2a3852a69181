import { describe, expect, it } from 'vitest'
import { english } from '@/lib/messages'
import { datasetFixture } from './assets.fixture'
import { formatPrice } from './formatPrice'
import { formatTrust } from './formatTrust'
import { parseIndexDate } from './parseIndexDate'
import { toPlainText } from './toPlainText'

const words = english.asset

describe('parseIndexDate', () => {
  it('takes a time without a zone as universal time', () => {
    expect(parseIndexDate('2026-01-02T03:04:05')?.toISOString()).toBe('2026-01-02T03:04:05.000Z')
    expect(parseIndexDate('2026-01-02T03:04:05+01:00')?.toISOString()).toBe('2026-01-02T02:04:05.000Z')
    expect(parseIndexDate('soon')).toBeUndefined()
    expect(parseIndexDate(undefined)).toBeUndefined()
  })
})

describe('formatPrice', () => {
  const priced = (price: object | undefined) =>
    formatPrice({ stats: { price } }, { words: words.price, number: english.common.number })
  it('tells free, for sale, from the owner, and unknown apart', () => {
    expect(priced({ value: 0 })).toBe('Free')
    expect(priced({ value: 2.5, tokenSymbol: 'OCEAN' })).toBe('2.5 OCEAN')
    expect(priced({})).toBe('Ask the owner')
    expect(priced(undefined)).toBeUndefined()
  })
})

describe('formatTrust', () => {
  it('counts what the owner has named', () => {
    const entry = { did: 'did:op:1', filesChecksum: '', containerSectionChecksum: '' }
    expect(formatTrust(datasetFixture(), words.trust)).toBe('Any published algorithm')
    expect(formatTrust(datasetFixture({ publisherTrustedAlgorithms: [entry] }), words.trust)).toBe('1 algorithm')
    expect(
      formatTrust(
        datasetFixture({ publisherTrustedAlgorithms: [entry, entry], publisherTrustedAlgorithmPublishers: ['0x1'] }),
        words.trust,
      ),
    ).toBe('2 algorithms, and only of 1 publisher')
    expect(formatTrust({ services: [] }, words.trust)).toBe('No computing offered')
  })
})

describe('toPlainText', () => {
  it('leaves the words and drops the marks', () => {
    expect(toPlainText('# Branin\n\n- a **bold** [link](https://x.org)\n\n```js\ncode()\n```')).toBe(
      'Branin a bold link',
    )
    expect(toPlainText('a'.repeat(300), 10)).toBe(`${'a'.repeat(9)}…`)
  })
})
