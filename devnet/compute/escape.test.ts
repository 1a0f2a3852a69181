import { execFile, execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { toolPath } from './runners/runTool'
import type { EscapeReport } from './tests/escapeRun'

const program = fileURLToPath(new URL('tests/escapeMain.ts', import.meta.url))
const nobody = ['/usr/bin/setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] as const

/** An ordinary user can take part only where it may read this repository. */
function canBeNobody(): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    execFileSync(nobody[0], [...nobody.slice(1), process.execPath, '--version'], { cwd: '/' })
    execFileSync(nobody[0], [...nobody.slice(1), '/usr/bin/test', '-r', program], { cwd: '/' })
    return true
  } catch {
    return false
  }
}

const users: { name: string; command: string[] }[] = [
  { name: process.getuid?.() === 0 ? 'root' : 'an ordinary user', command: [] },
  ...(canBeNobody() ? [{ name: 'an ordinary user', command: [...nobody] }] : []),
]

function run(command: string[]): Promise<EscapeReport> {
  const [file = '', ...parameters] = [...command, process.execPath, '--import', 'tsx', program]
  const env = { PATH: toolPath, HOME: tmpdir(), NODE_ENV: 'test' } as const
  return new Promise((resolve, reject) => {
    execFile(file, parameters, { env, maxBuffer: 1 << 24 }, (error, output, complaint) => {
      if (error) reject(new Error(complaint || error.message, { cause: error }))
      else resolve(JSON.parse(output) as EscapeReport)
    })
  })
}

describe.each(users)('a job of a server run by $name', ({ command }) => {
  let report: EscapeReport

  beforeAll(async () => {
    report = await run(command)
  }, 240_000)

  test('gets out in none of two hundred ways', () => {
    const escapes = Object.entries(report.attempts).filter(([, { escaped }]) => escaped)
    expect(escapes).toEqual([])
    expect(Object.keys(report.attempts).length).toBeGreaterThan(195)
  })

  test('was really tried: no attempt failed by a fault of its own', () => {
    const faults = Object.entries(report.attempts).filter(([, { detail }]) =>
      /KeyError|NameError|AttributeError|TypeError/.test(detail),
    )
    expect(faults).toEqual([])
  })

  test("publishes plain files only, under harmless names, as the server's own", () => {
    const results = report.job.results === '' ? [] : report.job.results
    const names = results.map(({ filename }) => filename)
    const own =
      report.user === 0
        ? ['line_break', 'report.json', 'setuid', 'unreadable']
        : ['line_break', 'report.json', 'setuid']
    expect(names).toEqual([...own, 'algorithm.log', 'configure.log', 'publish.log'])
    for (const left of ['link-to-shadow', 'link-to-root', 'pipe', 'folder', 'original', 'hard-link', 'socket']) {
      expect(report.publishLog).toContain(`Left out "${left}"`)
    }
    for (const { mode, owner } of report.stored) expect([mode, owner]).toEqual([0o600, report.user])
  })

  test('leaves no process and no shared memory behind', () => {
    expect(report.survivors).toBe(0)
    expect(report.isSharedLeft).toBe(false)
  })

  test('leaves no folder behind, locked or deep', () => {
    const isMounted = report.description.includes('fixed-size output volume')
    const status = isMounted ? '70 Job finished' : '42 Algorithm ran out of disk space (limit 0.0625 GB)'
    expect(report.bombs['deep folders']?.status).toBe(status)
    expect(report.leftovers).toEqual([])
  })

  test("may end itself and all it has started, and print without end, to nobody else's harm", () => {
    expect(report.bombs['killing all']).toEqual({ status: '41 Algorithm was ended by signal 9', log: 'before' })
    expect(report.bombs['endless line']?.log).toMatch(/The log is cut off here/)
    expect(report.bombs['endless line']?.log).not.toContain('\x1b')
  })

  test('cannot exhaust processes, memory or disk', () => {
    const { bombs } = report
    const count = (name: string, words: RegExp) => Number(words.exec(bombs[name]?.log ?? '')?.[1])
    expect(count('processes', /forked (\d+)/)).toBeLessThanOrEqual(64)
    expect(count('threads', /started (\d+)/)).toBeLessThanOrEqual(64)
    expect(count('daemons', /left (\d+)/)).toBeLessThanOrEqual(64)
    for (const name of ['memory', 'memory in common']) {
      expect([name, bombs[name]?.status]).toEqual([name, '41 Algorithm ran out of memory (limit 0.25 GB)'])
    }
    expect(bombs['memory without a name']?.status).toMatch(report.user === 0 ? /^41 .*out of memory/ : /^70/)
    if (report.user !== 0) expect(count('memory without a name', /held (\d+)/)).toBe(0)
    expect(bombs['empty files']?.status).toMatch(/^4[12] Algorithm ran out of (memory|disk space)/)
    for (const name of ['shared memory', 'one file', 'many files', 'sparse file', 'scratch space']) {
      expect([name, bombs[name]?.status]).toEqual([name, '42 Algorithm ran out of disk space (limit 0.0625 GB)'])
    }
  })
})
