import { afterAll, beforeAll, describe, test } from 'vitest'
import { aquariusCases } from './cases/aquariusCases'
import { documentCases } from './cases/documentCases'
import { downloadCases } from './cases/downloadCases'
import { fileCases } from './cases/fileCases'
import { jobCases } from './cases/jobCases'
import { quoteCases } from './cases/quoteCases'
import { rootCases } from './cases/rootCases'
import { startCases } from './cases/startCases'
import { tokenCases } from './cases/tokenCases'
import type { CaseContext } from './cases/types'
import { createConformanceWorld } from './createConformanceWorld'
import { publishAssets } from './publishAssets'

/**
 * What clients of Provider 2.1 and Aquarius 5.1 rely on, over HTTP alone. By default against a devnet of its own; with
 * PROVIDER_URL, AQUARIUS_URL, RPC_URL and ADDRESS_FILE against any other pair of services.
 */
describe('services that claim to be Provider and Aquarius', () => {
  let context: CaseContext

  beforeAll(async () => {
    const world = await createConformanceWorld()
    context = { ...world, assets: await publishAssets(world) }
  }, 300_000)
  afterAll(() => context?.[Symbol.asyncDispose]())

  const cases = [
    ...[...rootCases, ...documentCases, ...fileCases, ...quoteCases, ...startCases],
    ...[...jobCases, ...tokenCases, ...downloadCases, ...aquariusCases],
  ]
  for (const { id, title, run } of cases) test(`${id}: ${title}`, () => run(context), 180_000)
})
