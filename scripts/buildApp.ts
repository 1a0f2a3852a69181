import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const inputs = [
  'app',
  'components',
  'hooks',
  'lib',
  'public',
  'types',
  'next.config.ts',
  'proxy.ts',
  'package-lock.json',
  'tsconfig.json',
]

function* walk(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* walk(join(path, name))
}

/** Builds the app unless the present build was made from exactly these sources. */
export function buildApp(): void {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of walk(join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
    }
  }
  const wanted = hash.digest('hex')
  const stamp = join(root, '.next', 'built-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Building the app (once per change, about a minute) …')
  rmSync(stamp, { force: true })
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('The app could not be built: see above.')
  writeFileSync(stamp, wanted)
}
