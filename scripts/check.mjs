// `npm run check`: formatting and lint, types, who imports whom, what nobody uses, and what is installed. Runs all, then says what failed.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)

const checks = [
  ['route types', bin('next'), ['typegen']],
  ['formatting and lint', bin('biome'), ['ci', '--colors=off', '.']],
  ['types', bin('tsc'), ['--noEmit', '-p', '.']],
  ['import table', process.execPath, [join(root, 'scripts', 'checkImports.mjs')]],
  ['unused code', bin('knip'), ['--no-progress']],
  ['dependencies', process.execPath, [join(root, 'scripts', 'auditDependencies.mjs')]],
  ['sizes and traces', process.execPath, [join(root, 'scripts', 'checkTree.mjs')]],
]

const failed = []
for (const [name, command, args] of checks) {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (status !== 0) {
    failed.push(name)
    console.log(`${stdout}${stderr}`.split('\n').slice(-120).join('\n'))
  }
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`)
  process.exit(1)
}
