// Rules that no linter knows: files stay small, and the lock file names no download host.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const files = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .stdout.split('\n')
  .filter(Boolean)
const faults = []
for (const file of files) {
  if (!/\.(ts|tsx|mjs)$/.test(file) || file.startsWith('lib/ocean/abis/')) continue
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n').length
  const most = /\.test\.tsx?$/.test(file) ? 450 : 400
  if (lines > most + 1) faults.push(`${file}: ${lines} lines; ${most} at most`)
  if (/\b(it|test|describe)\.(only|skip|todo|fixme)\(/.test(text)) faults.push(`${file}: a focused or skipped test`)
}
if (/"resolved": "http/.test(readFileSync('package-lock.json', 'utf8')))
  faults.push('package-lock.json: names download hosts')
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
