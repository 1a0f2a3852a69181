import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { clearCompute } from '../clearCompute'
import { createStandIn } from './createStandIn'

const rounds = Number(process.argv[2] ?? 10)
const span = Number(process.argv[3] ?? 60)
const at = Number(process.argv[4] ?? 40)
const find = (marker: string) =>
  readdirSync('/proc').filter((n) => {
    try {
      return /^\d+$/.test(n) && readFileSync(`/proc/${n}/cmdline`, 'latin1').includes(marker)
    } catch {
      return false
    }
  })
let left = 0
for (let i = 0; i < rounds; i++) {
  const folder = mkdtempSync('/tmp/stress-')
  chmodSync(folder, 0o755)
  const standIn = await createStandIn()
  const workflow = standIn.workflow({ rawcode: 'import time\nprint("go", flush=True)\ntime.sleep(500)' })
  const server = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '/work/main/devnet/compute/tests/serveMain.ts',
      JSON.stringify({ folder, aquariusUrl: standIn.url, runner: 'auto', workflow }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise((r) => server.once('exit', r))
  const wait = Math.random() * span
  let status = 0
  for await (const line of createInterface({ input: server.stdout })) {
    const e = JSON.parse(line)
    if (e.type === 'status') {
      status = e.job.status
      if (status === at) break
    }
  }
  const until = performance.now() + wait
  if (wait > 2) await delay(wait - 1)
  while (performance.now() < until) {}
  server.kill('SIGKILL')
  await ended
  const marker = folder
  let n = 0
  let leftNow = find(marker)
  while (leftNow.length && n < 100) {
    await delay(10)
    n++
    leftNow = find(marker)
  }
  if (leftNow.length) {
    left++
    for (const p of leftNow)
      console.log(
        'LEFT',
        wait.toFixed(1),
        p,
        readFileSync(`/proc/${p}/cmdline`, 'latin1').replaceAll('\0', ' ').slice(0, 150),
        readFileSync(`/proc/${p}/status`, 'latin1').match(/State.*|PPid.*|NSpid.*/g),
      )
    for (const p of leftNow)
      try {
        process.kill(Number(p), 9)
      } catch {}
  }
  await standIn.close()
  await clearCompute(folder)
  rmSync(folder, { recursive: true, force: true })
}
console.log('rounds', rounds, 'left', left)
