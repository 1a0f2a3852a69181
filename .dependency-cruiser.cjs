/** Who may import whom: the table of CONTRIBUTING.md, held by `npm run check`. */
const from = (path, pathNot) => ({ path, ...(pathNot ? { pathNot } : {}) })
const rule = (name, comment, fromRule, to) => ({ name, comment, severity: 'error', from: fromRule, to })
const tests = '(\\.test\\.tsx?$|\\.contract\\.test\\.ts$)'
const own = '^(app|components|hooks|lib|devnet|e2e|scripts|bench)/'

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle means two files are one thing.', {}, { circular: true }),
    rule('ocean-words', 'types, schemas, abis, errors and utils know nothing else of ours.', from('^lib/ocean/(types|schemas|abis|errors|utils)/', tests), { path: own, pathNot: '^lib/ocean/(types|schemas|abis|errors|utils)/' }),
    rule('ocean-actions', 'Clients and actions know the words, not the flows.', from('^lib/ocean/(clients|actions)/', tests), { path: own, pathNot: '^lib/ocean/(types|schemas|abis|errors|utils|clients|actions)/' }),
    rule('ocean-flows', 'The protocol client is usable on its own.', from('^lib/ocean/', tests), { path: own, pathNot: '^lib/ocean/' }),
    rule('ocean-packages', 'The protocol client needs viem and zod only.', from('^lib/ocean/', tests), { path: 'node_modules', pathNot: 'node_modules/(viem|zod)/' }),
    rule('results-alone', 'Decoders are pure and worker-ready.', from('^lib/results/', tests), { path: own, pathNot: '^lib/results/' }),
    rule('ocean-door', 'Outside lib/ocean, only its door is used; the devnet may share its words.', from('^(app|components|hooks|e2e|scripts|lib/(?!ocean/))'), { path: '^lib/ocean/', pathNot: '^lib/ocean/index\\.ts$' }),
    rule('devnet-words', 'The devnet shares words with the client, never its behaviour.', from('^devnet/(?!seed/)', tests), { path: '^(app|components|hooks|lib|e2e|scripts|bench)/', pathNot: '^lib/ocean/(types|schemas|abis|errors|utils)/' }),
    rule('devnet-out', 'The app never imports the devnet.', from('^(app|components|hooks|lib)/', tests), { path: '^devnet/' }),
    rule('ui-primitives', 'No domain words in primitives.', from('^components/ui/'), { path: own, pathNot: '^components/ui/' }),
    rule('components-down', 'Components know nothing of routes.', from('^(components|hooks|lib)/'), { path: '^app/' }),
    rule('hooks-down', 'Hooks know nothing of components.', from('^(hooks|lib)/'), { path: '^components/' }),
    rule('lib-down', 'lib knows nothing of hooks.', from('^lib/'), { path: '^hooks/' }),
    rule('services-apart', 'Provider and Aquarius talk over HTTP and chain.', from('^devnet/provider/'), { path: '^devnet/aquarius/' }),
    rule('services-apart-2', 'Provider and Aquarius talk over HTTP and chain.', from('^devnet/aquarius/'), { path: '^devnet/(provider|compute)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    exclude: { path: '^\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
