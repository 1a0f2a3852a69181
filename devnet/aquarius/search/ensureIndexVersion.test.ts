import { expect, it } from 'vitest'
import { run } from '../storage/sql'
import { createIndex } from '../testing/createIndex'
import { ensureIndexVersion } from './ensureIndexVersion'
import { searchAssets } from './searchAssets'

it('builds the index anew when it was written by other rules', () => {
  const database = createIndex({ one: { name: 'first light' }, two: { name: 'second light' } })
  const count = () => searchAssets(database, { query: { match: { name: 'light' } } }).hits.total?.value
  run(database, 'DELETE FROM terms')
  run(database, `INSERT INTO settings VALUES ('index', 'old')`)
  ensureIndexVersion(database)
  expect(count()).toBe(2)
  expect(searchAssets(database, { query: { term: { 'name.keyword': 'first light' } } }).hits.total?.value).toBe(1)
})
