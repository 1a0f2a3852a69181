// `npm test`: checks, unit and contract tests, then the stories in a real browser against the built app.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp, root } from './buildApp'

type Counts = { passed: number; failed: number; skipped: number }
type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

const reports = join(root, 'test-results')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const run = (command: readonly string[], env: Record<string, string> = {}) => {
  const [file = '', ...args] = command
  return (
    spawnSync(file, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
      .status === 0
  )
}
const readReport = <report>(name: string): report | undefined => {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8')) as report
  } catch {
    return undefined
  }
}
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

const checks = (): Counts => {
  const ok = run([process.execPath, join(root, 'scripts', 'check.mjs')])
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

const tests = (): Counts => {
  const file = 'vitest.json'
  const ok = run([
    bin('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, file)}`,
  ])
  const report = readReport<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const failed = Math.max(report.numFailedTests, ok ? 0 : 1)
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

const stories = (): Counts => {
  buildApp()
  const file = 'stories.json'
  const ok = run([bin('playwright'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, file),
  })
  const stats = readReport<PlaywrightReport>(file)?.stats
  if (!stats) return { passed: 0, failed: 1, skipped: 0 }
  if (stats.flaky > 0) console.log(`${stats.flaky} of the stories passed at the second try only: see the list above.`)
  return {
    passed: stats.expected + stats.flaky,
    failed: Math.max(stats.unexpected, ok ? 0 : 1),
    skipped: stats.skipped,
  }
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const [name, stage] of Object.entries({ checks, tests, stories })) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const counts = stage()
  console.log(
    `== ${name}: ${counts.passed} passed, ${counts.failed} failed, in ${Math.round((Date.now() - started) / 1000)} s`,
  )
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed > 0 ? 1 : 0)
