// What the lock file says of everything that gets installed: exact versions, known licences, no install script that is needed, no
// host a download is tied to; and, as far as the registry answers, no known advisory of weight.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const exact = /^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/

/** Licences that ask for no more than a notice, or stay within the file or library that carries them. */
const licences = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MPL-2.0', 'Unlicense'],
])
/** Others, each for a reason. */
const exceptions = [
  [/^@fontsource-variable\/inter$/, 'OFL-1.1', 'a font, distributed as it is'],
  [/^caniuse-lite$/, 'CC-BY-4.0', 'data read while building, with its notice'],
  [/^@img\/sharp-/, 'LGPL-3.0-or-later', 'a library Next may load on the server; images are not optimised here'],
  [/^(buildcheck|cpu-features|ssh2)$/, undefined, 'MIT, written in the old form that the lock file leaves out'],
]
/** Packages that come with an install script, and why they work without it: set-up never runs one. */
const scripts = {
  'cpu-features': 'optional speed-up of ssh2, which Docker over a local socket does not use',
  esbuild: 'its binary is a package of its own',
  fsevents: 'optional, and prebuilt',
  protobufjs: 'prints a notice',
  sharp: 'its binary is a package of its own',
  ssh2: 'optional speed-up; Docker over a local socket does not use it',
}

const faults = []
const manifest = read('package.json')
for (const group of ['dependencies', 'devDependencies', 'optionalDependencies'])
  for (const [name, version] of Object.entries(manifest[group] ?? {}))
    if (!exact.test(version)) faults.push(`package.json: ${name} ${version} is not an exact version`)
const overrides = (entries) =>
  Object.entries(entries).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : overrides(value)))
for (const [name, version] of overrides(manifest.overrides ?? {}))
  if (!exact.test(version)) faults.push(`package.json: the override of ${name}, ${version}, is not an exact version`)

/** Whether an expression such as `MIT OR Apache-2.0` can be satisfied by what is allowed. */
function allows(expression, extra) {
  const plain = expression.replace(/[()]/g, ' ')
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((name) => licences.has(name.trim()) || name.trim() === extra))
}

const packages = Object.entries(read('package-lock.json').packages).filter(([path]) => path !== '')
for (const [path, entry] of packages) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const exception = exceptions.find(([pattern]) => pattern.test(name))
  const licensed = entry.license ? allows(entry.license, exception?.[1]) : exception !== undefined
  if (!licensed) faults.push(`${path}: licence ${entry.license ?? 'unknown'}`)
  if (!entry.integrity) faults.push(`${path}: no checksum`)
  if (/^\w+:\/\//.test(entry.resolved ?? '')) faults.push(`${path}: tied to ${new URL(entry.resolved).host}`)
  if (entry.hasInstallScript && !(name in scripts)) faults.push(`${path}: has an install script nobody has looked at`)
}
if (!readFileSync(join(root, 'scripts', 'setup.mjs'), 'utf8').includes('--ignore-scripts'))
  faults.push('scripts/setup.mjs: runs install scripts')

/** Advisories of weight, or why they are not known. */
function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--audit-level=high', '--fetch-retries=0'], {
    ...{ cwd: root, encoding: 'utf8', timeout: 30_000, shell: process.platform === 'win32' },
  })
  try {
    const { vulnerabilities, message, error } = JSON.parse(stdout)
    if (!vulnerabilities) return { unknown: message ?? error?.summary ?? 'no answer' }
    return { found: Object.values(vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity)) }
  } catch {
    return { unknown: 'no answer' }
  }
}

const { found = [], unknown } = audit()
for (const { name, severity, range } of found) faults.push(`${name} ${range}: known advisory, ${severity}`)
if (unknown)
  console.log(`Advisories are not known: the registry did not say (${String(unknown).split('\n')[0].slice(0, 120)}).`)
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}
console.log(`${packages.length} packages: versions exact, licences known, no install script needed, no host recorded.`)
