import { describe, expect, test } from 'vitest'
import { english } from './index'
import { loadMessages } from './loadMessages'

type Words = ((...values: unknown[]) => unknown) | string

/** Every text of a catalogue by its path, such as "asset.page.title". */
function listWords(value: unknown, path = ''): [string, Words][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, value as Words]]
  return Object.entries(value as object).flatMap(([key, each]) => listWords(each, path === '' ? key : `${path}.${key}`))
}

const numbers = { rows: 3, columns: 4, min: '1', max: '9', mean: '5', count: '12' }
const took = { changed: 2, cells: 1234, rmse: '0.5', largest: '2', r2: '0.9' }

/** Values for functions that do not take plain numbers or texts. */
const special: Record<string, unknown[]> = {
  'common.budget.moves': ['1 OCEAN'],
  'common.time.at': ['12:00'],
  'asset.page.notActive': ['Text'],
  'asset.page.purgatoryBody': [undefined],
  'monitor.table.unknownName': ['did:op:0123456789abcdef'],
  'results.facts.shape': [[]],
  'results.heatMap.cell': [{ row: 1, column: 2, x: '3', y: '4', value: '5' }],
  'results.heatMap.classes': [{ rows: 3, columns: 4, classes: ['one', 'two'] }],
  'results.heatMap.description': [numbers],
  'results.histogram.bin': [{ from: '1', to: '2', count: '3' }],
  'results.histogram.description': [{ bins: 4, from: '1', to: '2', count: '3' }],
  'results.image.pixel': [{ x: 1, y: 2 }, [3, 4, 5, 128]],
  'results.line.point': [{ index: '1', value: '2' }],
  'results.line.description': [numbers],
  'results.surface.description': [numbers],
  'results.compare.differs': [took],
  'results.compare.pictures': [{ changed: 2, pixels: 1234, largest: 9 }],
  'results.branin.description': [took],
}

/** What a text says with one, and with several of everything. */
function say(path: string, words: Words): unknown[] {
  if (typeof words === 'string') return [words]
  const samples = special[path]
  return samples ? [words(...samples)] : [words(1, 1, 1), words(2, 3, 4), words(1234, 5678, 9012)]
}

const expected = new Map(listWords(english))

describe.each(['en', 'de', 'es'] as const)('The %s catalogue', (locale) => {
  test('has exactly the keys of the English one, with texts and functions in the same places', async () => {
    const words = listWords(await loadMessages(locale))
    const shape = (entries: Iterable<[string, Words]>) => [...entries].map(([path, each]) => `${path}: ${typeof each}`)
    expect(shape(words).sort()).toEqual(shape(expected).sort())
  })

  test('says something everywhere, with nothing left undefined', async () => {
    const wrong = listWords(await loadMessages(locale)).flatMap(([path, words]) =>
      say(path, words)
        .filter((said) => typeof said !== 'string' || said.trim() === '' || /undefined|NaN|\[object/.test(said))
        .filter((said) => said !== '' || expected.get(path) !== '')
        .map((said) => `${path}: ${String(said)}`),
    )
    expect(wrong).toEqual([])
  })
})

test.each(['de', 'es'] as const)('Sentences of the %s catalogue are not the English ones', async (locale) => {
  const same = listWords(await loadMessages(locale))
    .filter(
      ([path, words]) =>
        typeof words === 'string' && /\p{L}+ \p{L}+ \p{L}+/u.test(words) && words === expected.get(path),
    )
    .map(([path]) => path)
  expect(same).toEqual([])
})

test.each([
  ['en', '1.5 MB', '2.5 s', '12,345 lines'],
  ['de', '1,5 MB', '2,5 s', '12.345 Zeilen'],
  ['es', '1,5 MB', '2,5 s', '12.345 líneas'],
] as const)('Numbers inside the %s texts are written as the language writes them', async (locale, ...texts) => {
  const { common, results } = await loadMessages(locale)
  expect([common.bytes(1_500_000), common.duration(2.5), results.facts.lines(12_345)]).toEqual(texts)
})

test.each([
  ['de', '1 hinzuzufügen, 2 zu entfernen und 3 neu festzulegen'],
  ['es', '1 por añadir, 2 por quitar y 3 por fijar otra vez'],
] as const)('Lists inside the %s texts are joined as the language joins them', async (locale, text) => {
  const { allow } = await loadMessages(locale)
  expect(allow.save.changes(1, 2, 3)).toBe(text)
})

test('A catalogue is loaded once', () => {
  expect(loadMessages('de')).toBe(loadMessages('de'))
})
