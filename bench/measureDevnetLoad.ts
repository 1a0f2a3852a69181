import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseEther } from 'viem'
import { deriveAccounts } from '@/devnet/chain/accounts'
import type { Devnet } from '@/devnet/createDevnet'
import { spawnDevnet } from '@/devnet/durability/spawnDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { braninDataset, gaussianProcess } from '@/devnet/seed/tutorial'
import {
  acquire,
  type FlowEvent,
  getComputeEnvironments,
  getComputeJobs,
  publishAsset,
  startCompute,
} from '@/lib/ocean'
import type { Report } from './report'

const clients = 200
const jobs = 20
const accounts = 50
/** Milliseconds between an answer and the next question of a client. */
const pause = 1000
const slowAlgorithm = `import time
time.sleep(0.5)
open('/data/outputs/result', 'w').write('done')
`

const run = async <result>(flow: AsyncGenerator<FlowEvent, result>): Promise<result> => {
  let event = await flow.next()
  while (!event.done) event = await flow.next()
  return event.value
}

/** Serves the files of the two assets on a loopback port. */
async function serveFiles(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const body = request.url === '/gpr.py' ? slowAlgorithm : 'x,y\n1,2\n'
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** A server that does nothing but answer, in a process of its own, closing each connection as the Provider does. */
async function spawnBareServer(): Promise<{ url: string; stop(): void }> {
  const program = `
    const server = require('node:http').createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' })
      response.end('[]')
    })
    server.listen(0, '127.0.0.1', () => process.send(server.address().port))`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

type Polled = { latencies: number[]; failures: number }

/** Lets all clients ask for their URL again and again until `ended`. */
async function poll(urlOf: (client: number) => string, ended: () => boolean): Promise<Polled> {
  const latencies: number[] = []
  let failures = 0
  const client = async (index: number) => {
    await delay((pause * index) / clients)
    while (!ended()) {
      const begun = performance.now()
      const ok = await fetch(urlOf(index))
        .then(async (response) => response.ok && Array.isArray(await response.json()))
        .catch(() => false)
      latencies.push(performance.now() - begun)
      if (!ok) failures += 1
      await delay(pause)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  return { latencies: latencies.sort((a, b) => a - b), failures }
}

const describe = ({ latencies }: Polled) => {
  const at = (share: number) => (latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN).toFixed(0)
  return `${at(0.5)} / ${at(0.95)} / ${at(1)} ms`
}

/** Resident megabytes of a process, where the system tells. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}

/** 200 clients that ask for the state of jobs while 20 jobs are queued and run, beside 200 clients of a bare server. */
export async function measureDevnetLoad(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'ocean-load-'))
  const devnet = await spawnDevnet(directory, ['--accounts', String(accounts)])
  const files = await serveFiles()
  const bare = await spawnBareServer()
  try {
    await devnet.start()
    const { contracts, local } = devnet.networks()
    const providerUrl = `http://127.0.0.1:${devnet.ports.provider}`
    const place = {
      chain: { rpcUrl: `http://127.0.0.1:${devnet.ports.chain}`, chainId: 8996, startBlock: 0, contracts },
      ...{ provider: { url: providerUrl }, aquarius: { url: `http://127.0.0.1:${devnet.ports.aquarius}` } },
    } as unknown as Devnet
    const owners = deriveAccounts(undefined, accounts).slice(accounts - jobs)
    const [publisher] = local.accounts
    if (!publisher) throw new Error('The network has no publisher.')
    const alice = createActor(place, { ...publisher, address: '0x' })
    const dataset = await run(publishAsset(alice, { draft: braninDataset(files.url) }))
    const algorithm = await run(publishAsset(alice, { draft: gaussianProcess(files.url) }))
    const mints = [dataset, algorithm].flatMap(({ datatoken }) =>
      owners.map(({ address }) => ({ datatoken, to: address, amount: parseEther('1') })),
    )
    await run(acquire(alice, { draft: { method: 'mint', mints } }))
    const environmentId = (await getComputeEnvironments(alice, { providerUrl })).find(({ free }) => free)?.id ?? ''

    const bareEnd = Date.now() + 10_000
    const reference = await poll(
      () => bare.url,
      () => Date.now() > bareEnd,
    )

    const before = residentMegabytes(devnet.pid())
    let peak = before
    let ended = false
    const watch = setInterval(() => {
      peak = Math.max(peak, residentMegabytes(devnet.pid()))
    }, 100)
    const statusOf = (client: number) =>
      `${providerUrl}/api/services/compute?consumerAddress=${owners[client % jobs]?.address}`
    const polling = poll(statusOf, () => ended)
    const begun = performance.now()
    const draft = { datasets: [{ did: dataset.did }], algorithm: { did: algorithm.did }, environmentId }
    const actors = owners.map((owner) => createActor(place, owner))
    await Promise.all(actors.map((actor) => run(startCompute(actor, { draft }))))
    const queued = performance.now() - begun
    let finished = 0
    for (const [index, actor] of actors.entries()) {
      const owner = owners[index]?.address ?? '0x'
      for (;;) {
        const [job] = await getComputeJobs(actor, { owner, providerUrl })
        if (job?.dateFinished !== undefined) {
          finished += Number(job.status === 70)
          break
        }
        await delay(500)
      }
    }
    const whole = performance.now() - begun
    ended = true
    const polled = await polling
    clearInterval(watch)
    await delay(3_000)
    const after = residentMegabytes(devnet.pid())

    report({
      name: `${clients} clients ask for states: median / 95 % / slowest`,
      value: describe(polled),
      reference: `bare server ${describe(reference)}`,
    })
    report({
      name: `of ${polled.latencies.length} answers in ${(whole / 1000).toFixed(0)} s`,
      value: `${polled.failures} failures`,
      reference: `${finished} of ${jobs} jobs finished, ${(queued / 1000).toFixed(0)} s to queue them`,
    })
    report({
      name: 'memory of the whole devnet: before / peak / after',
      value: [before, peak, after].map((megabytes) => megabytes.toFixed(0)).join(' / '),
      reference: 'MB resident',
    })
  } finally {
    bare.stop()
    files.close()
    await devnet.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
