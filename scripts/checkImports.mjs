// Who may import whom: the table of CONTRIBUTING.md, and no cycles. The usual tools need a TypeScript that can be asked about
// syntax from JavaScript, which version 7 cannot; imports are regular enough to be read by pattern.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).stdout.split('\n')
const files = listed.filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts'))
const known = new Set(files)
const isTest = (file) => /\.test\.tsx?$|\/tests?(ing)?\//.test(file)
const own = /^(app|components|hooks|lib|devnet|e2e|scripts|bench)\//
const words = /^lib\/ocean\/(types|schemas|abis|errors|utils)\//

/** [what the rule is for, files it holds for, imports it forbids] */
const rules = [
  ['The words of the protocol know nothing else of ours', words, (to) => own.test(to) && !words.test(to)],
  [
    'Actions know words and clients, not flows',
    /^lib\/ocean\/(clients|actions)\//,
    (to) => own.test(to) && !words.test(to) && !/^lib\/ocean\/(clients|actions)\//.test(to),
  ],
  ['The protocol client is usable on its own', /^lib\/ocean\//, (to) => own.test(to) && !to.startsWith('lib/ocean/')],
  [
    'The protocol client needs viem and zod only',
    /^lib\/ocean\//,
    (to) => to.startsWith('npm:') && !/^npm:(viem|zod)(\/|$)/.test(to),
  ],
  ['Decoders stand alone', /^lib\/results\//, (to) => own.test(to) && !to.startsWith('lib/results/')],
  [
    'lib/ocean is entered by its door',
    /^(app|components|hooks|e2e|scripts|bench|devnet\/seed|lib\/(?!ocean\/))/,
    (to) => to.startsWith('lib/ocean/') && to !== 'lib/ocean/index.ts',
  ],
  [
    'The devnet shares words with the client, never its behaviour',
    /^devnet\/(?!seed\/)/,
    (to) => own.test(to) && !to.startsWith('devnet/') && !words.test(to),
  ],
  ['The app does not know the devnet', /^(app|components|hooks|lib)\//, (to) => to.startsWith('devnet/')],
  ['Primitives have no domain words', /^components\/ui\//, (to) => own.test(to) && !to.startsWith('components/ui/')],
  ['Components do not know routes', /^(components|hooks|lib)\//, (to) => to.startsWith('app/')],
  ['Hooks and lib do not know components', /^(hooks|lib)\//, (to) => to.startsWith('components/')],
  ['lib does not know hooks', /^lib\//, (to) => to.startsWith('hooks/')],
  ['Services talk over HTTP and chain', /^devnet\/provider\//, (to) => to.startsWith('devnet/aquarius/')],
  ['Services talk over HTTP and chain', /^devnet\/aquarius\//, (to) => /^devnet\/(provider|compute)\//.test(to)],
]

const pattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

const resolve = (from, specifier) => {
  const bare = specifier.startsWith('.')
    ? normalize(join(dirname(from), specifier))
    : specifier.startsWith('@/')
      ? specifier.slice(2)
      : undefined
  if (bare === undefined) return specifier.startsWith('node:') ? specifier : `npm:${specifier}`
  return [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}.mjs`, `${bare}/index.ts`].find((file) => known.has(file)) ?? bare
}

const faults = []
const graph = new Map()
for (const file of files) {
  const text = readFileSync(file, 'utf8')
  const imports = [...text.matchAll(pattern)].map(([statement, from, bare, lazy]) => ({
    to: resolve(file, from ?? bare ?? lazy),
    typeOnly: /^\s*(import|export)\s+type\s/.test(statement.trimStart()),
  }))
  graph.set(
    file,
    imports.filter(({ to, typeOnly }) => known.has(to) && !typeOnly).map(({ to }) => to),
  )
  if (isTest(file)) continue
  for (const [reason, from, forbids] of rules) {
    if (!from.test(file)) continue
    for (const { to } of imports) if (forbids(to)) faults.push(`${file} imports ${to}: ${reason}.`)
  }
}

const done = new Set()
const walk = (file, path) => {
  if (path.includes(file)) {
    faults.push(`A cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
    return
  }
  if (done.has(file)) return
  for (const next of graph.get(file) ?? []) walk(next, [...path, file])
  done.add(file)
}
for (const file of files) walk(file, [])

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
