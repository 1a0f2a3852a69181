// Makes this machine ready for `npm start` and `npm test`. No dependency: it runs before anything is installed.
// In place already: takes well under a second and touches nothing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const forTests = process.argv.includes('--tests')

const fail = (message) => {
  console.error(message)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
if (process.platform === 'win32') fail('Windows is not supported directly: use WSL 2 with Debian or Ubuntu.')

installPackages(root)
// Unmodified third-party clients, for tests only: in a folder of their own, so that they weigh on nobody else.
if (forTests) installPackages(join(root, 'devnet', 'conformance', 'oceanjs'))
if (process.platform === 'linux') installSystemPackages()
else console.warn('Not Linux: algorithms need Docker here, and python3 and Chromium have to be installed by hand.')

function installPackages(folder) {
  const stamp = join(folder, 'node_modules', '.ocean-setup')
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages (once per lock file) …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) fail('npm ci failed: see above. Check the connection to your npm registry and try again.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function installSystemPackages() {
  const missing = missingSystemPackages()
  if (missing.length === 0) return
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const isRoot = process.getuid?.() === 0
  const hasApt = spawnSync('apt-get', ['--version']).status === 0
  if (!hasApt)
    fail(
      `These are missing: ${missing.join(', ')} (Debian names). Install them with your system's package manager and start again.`,
    )
  const hasSudo = !isRoot && spawnSync('sudo', ['-n', 'true']).status === 0
  if (!isRoot && !hasSudo && !process.stdin.isTTY) fail(`System packages are missing. Type: sudo ${line}`)
  if (!isRoot && !hasSudo && spawnSync('sudo', ['--version']).status !== 0)
    fail(`System packages are missing. As root, type: ${line}`)
  console.log(`Installing system packages: ${missing.join(', ')} …`)
  const prefix = isRoot ? [] : ['sudo']
  const run = (...args) => {
    const [command, ...rest] = [...prefix, ...args]
    return (
      spawnSync(command, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0
    )
  }
  if (!run('apt-get', 'update', '-q') || !run(...line.split(' ')))
    fail(`System packages could not be installed. Type: sudo apt-get update && sudo ${line}`)
  const still = missingSystemPackages()
  if (still.length > 0) fail(`Still missing after installing: ${still.join(', ')}.`)
}

function missingSystemPackages() {
  const missing = []
  const has = (...files) => files.some((file) => existsSync(file))
  if (!has('/usr/bin/python3')) missing.push('python3')
  const modules = {
    numpy: 'python3-numpy',
    sklearn: 'python3-sklearn',
    arff: 'python3-liac-arff',
    matplotlib: 'python3-matplotlib',
    PIL: 'python3-pil',
    pandas: 'python3-pandas',
  }
  const folder = '/usr/lib/python3/dist-packages'
  for (const [name, apt] of Object.entries(modules))
    if (!has(join(folder, name), join(folder, `${name}.py`))) missing.push(apt)
  if (!has('/usr/bin/bwrap')) missing.push('bubblewrap')
  if (forTests && !process.env.CHROMIUM_BIN && !has('/usr/bin/chromium', '/usr/bin/chromium-browser'))
    missing.push(chromiumPackage())
  return missing
}

function chromiumPackage() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID=ubuntu/m.test(release) ? 'chromium-browser' : 'chromium'
}
