import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hostNode } from './images'
import { canMountVolumes } from './runners/outputVolume'
import { runTool } from './runners/runTool'
import { branin, didOf } from './tests/createStandIn'
import { startCompute, type TestCompute, testEnvironment } from './tests/startCompute'

const dataset = didOf('dataset')
let compute: TestCompute

beforeAll(async () => {
  compute = await startCompute({
    environments: [testEnvironment, { ...testEnvironment, id: 'brief', maxJobDuration: 1 }],
  })
  compute.standIn.assets.set(dataset, { files: ['data'] })
})
afterAll(() => compute.close())

const runCode = (rawcode: string, environment = 'test') =>
  compute.finish(compute.standIn.workflow({ rawcode, environment }))
const configureLog = async (job: Parameters<TestCompute['read']>[0]) =>
  (await compute.read(job, 'configure.log')).toString('utf8')

describe('an algorithm that', () => {
  test('ends with an error fails with its exit code', async () => {
    expect(await runCode('import sys\nsys.exit(7)')).toMatchObject({
      status: 41,
      statusText: 'Algorithm failed with exit code 7',
    })
  })

  test('is ended by a signal fails with it', async () => {
    const job = await runCode('import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)')
    expect(job).toMatchObject({ status: 41, statusText: 'Algorithm was ended by signal 11' })
  })

  test('runs too long is stopped, keeps what it had, and says so', async () => {
    const job = await runCode('open("/data/outputs/early", "w").write("kept")\nimport time\ntime.sleep(600)', 'brief')
    expect(job).toMatchObject({ status: 41, statusText: 'Algorithm stopped at its time limit of 1 s', stopreq: 2 })
    expect((await compute.read(job, 'early')).toString('utf8')).toBe('kept')
  })

  test('needs too much memory fails with the limit named', async () => {
    const job = await runCode('block = bytearray(700 << 20)\nfor at in range(0, len(block), 4096): block[at] = 1')
    expect(job).toMatchObject({ status: 41, statusText: 'Algorithm ran out of memory (limit 0.5 GB)' })
  })

  test('writes too much fails with the limit named', async () => {
    const job = await runCode('for name in "abc":\n  open(f"/data/outputs/{name}", "wb").write(bytes(30 << 20))')
    expect(job).toMatchObject({ status: 42, statusText: 'Algorithm ran out of disk space (limit 0.0625 GB)' })
  })

  test('starts too many processes fails with the limit named', async () => {
    const fork = await runCode('import os, time\nfor count in range(300):\n  if os.fork() == 0: time.sleep(60)')
    expect(fork).toMatchObject({ status: 41, statusText: 'Algorithm started too many processes (limit 64)' })
    const thread = await runCode(
      'import threading, time\nfor count in range(300): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()',
    )
    expect(thread).toMatchObject({ status: 41, statusText: 'Algorithm started too many processes (limit 64)' })
  })

  test('leaves more files than are published has the rest named', async () => {
    const job = await runCode('for count in range(70): open(f"/data/outputs/{count:02}", "w").write("x")')
    expect(job.status).toBe(70)
    expect(job.results).toHaveLength(64 + 3)
    const log = (await compute.read(job, 'publish.log')).toString('utf8')
    expect(log.match(/Left out "\d\d": only 64 files are published\./g)).toHaveLength(6)
  })

  test('names its files in any alphabet, or in none, has them published', async () => {
    const job = await runCode(
      'for name in ("größe.txt", "数据", "a\\u202egnp", " spaced ", "-rf", "..."): open("/data/outputs/" + name, "w").write("x")\nopen(b"/data/outputs/\\xff\\xfe", "w").write("x")',
    )
    const names = job.results === '' ? [] : job.results.map(({ filename }) => filename).slice(0, -3)
    expect(names).toHaveLength(7)
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9 ._()+,=@-]*$/)
    expect(new Set(names).size).toBe(7)
  })

  test('prints without end has its log cut off', async () => {
    const job = await runCode('for count in range(40_000): print("a line that is printed over and over", count)')
    expect(job.status).toBe(70)
    const log = (await compute.read(job, 'algorithm.log')).toString('utf8')
    expect(log).toMatch(/^a line that is printed over and over 0\n/)
    expect(log).toMatch(/\n\[The log is cut off here: only its first 1 MiB is kept\.\]\n$/)
    expect(log.length).toBeLessThan(1_100_000)
  })

  test('has a server that cannot store its results ends as not published', async () => {
    const broken = await startCompute()
    rmSync(join(broken.folder, 'results'), { recursive: true })
    writeFileSync(join(broken.folder, 'results'), '')
    const job = await broken.finish(broken.standIn.workflow({ rawcode: 'print("in vain")' }))
    expect(job).toMatchObject({ status: 62, results: '' })
    expect(job.statusText).toMatch(/^Publishing results failed: /)
    expect(() => broken.compute.result({ owner: job.owner, jobId: job.jobId, index: 0 })).toThrow(
      `No results for job ${job.jobId}`,
    )
    await broken.close()
  })
})

/** Only root can give a server a disk of its own to fill up. */
const scratch = mkdtempSync(join(tmpdir(), 'mount-'))
const canMount = await canMountVolumes(scratch)
rmSync(scratch, { recursive: true })

describe.each(canMount ? ["a server's own disk"] : [])('%s', () => {
  test('that is full ends a job as not provisioned, with the reason, and leaves room for the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compute-'))
    onTestFinished(async () => {
      await runTool('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    })
    await runTool('mount', ['-t', 'tmpfs', '-o', 'size=40m,mode=755', 'none', folder])
    const small = await startCompute({ folder })
    const large = didOf('larger than the disk')
    small.standIn.assets.set(large, { files: [new Uint8Array(50 << 20)] })
    const unfetched = await small.finish(small.standIn.workflow({ datasets: [large], rawcode: 'print("never runs")' }))
    expect(unfetched.status).toBe(31)
    expect((await small.read(unfetched, 'configure.log')).toString('utf8')).toContain("The server's disk is full.")
    expect(await small.finish(small.standIn.workflow({ rawcode: 'print("there is room")' }))).toMatchObject({
      status: 70,
    })
    await small.compute.close()
    await small.standIn.close()
  })
})

describe('provisioning', () => {
  test('of a dataset that has vanished ends the job with what the cache said', async () => {
    const gone = didOf('gone')
    const job = await compute.finish(compute.standIn.workflow({ datasets: [gone], rawcode: 'print("never runs")' }))
    expect(job).toMatchObject({ status: 31, statusText: 'Data provisioning failed' })
    expect(job.results).toMatchObject([
      { type: 'algorithmLog', filesize: 0 },
      { type: 'configrationLog' },
      { type: 'publishLog' },
    ])
    expect(await configureLog(job)).toContain(`404 Asset DID ${gone} not found in Elasticsearch`)
  })

  test('that the Provider refuses ends the job with its reason', async () => {
    compute.standIn.beforeDownload = () => {
      throw new Error('the order has expired')
    }
    const job = await compute.finish(compute.standIn.workflow({ datasets: [dataset], rawcode: 'print("never runs")' }))
    compute.standIn.beforeDownload = () => undefined
    expect(job.status).toBe(31)
    expect(await configureLog(job)).toContain(`Downloading file 0 of ${dataset}: 503 Error: the order has expired`)
  })

  test('of more than there is room for ends the job', async () => {
    const large = didOf('large')
    compute.standIn.assets.set(large, { files: [new Uint8Array(70 << 20)] })
    const job = await compute.finish(compute.standIn.workflow({ datasets: [large], rawcode: 'print("never runs")' }))
    compute.standIn.assets.delete(large)
    expect(job.status).toBe(31)
    expect(await configureLog(job)).toContain(
      'The files are larger together than the 67108864 bytes this environment has room for.',
    )
  })

  test("without the algorithm ends as the algorithm's failure", async () => {
    const job = await compute.finish(
      compute.standIn.workflow({ datasets: [dataset], algorithm: didOf('no algorithm') }),
    )
    expect(job).toMatchObject({ status: 32, statusText: 'Algorithm provisioning failed' })
  })

  test('takes code of ten characters or fewer for none, as the real one does', async () => {
    expect((await runCode('print(1)')).status).toBe(32)
  })

  test('does not fetch a raw algorithm from a private address', async () => {
    const workflow = compute.standIn.workflow({})
    workflow.algorithm.url = `${compute.standIn.url}/algorithm.py`
    const job = await compute.finish(workflow)
    expect(job.status).toBe(32)
    expect(await configureLog(job)).toContain('127.0.0.1 is not a public address.')
  })
})

describe('a job is refused before it exists', () => {
  const start = (change: object) => () =>
    compute.compute.start({ ...compute.standIn.workflow({ rawcode: 'print("refused")' }), ...change })
  const refusal = (status: number, message: string | RegExp) =>
    expect.objectContaining({ status, message: expect.stringMatching(message) })

  test('in an environment or on a chain that is not offered', () => {
    expect(start({ environment: 'nowhere' })).toThrow(refusal(400, /^Environment invalid or does not exist$/))
    expect(start({ chainId: 1 })).toThrow(refusal(400, /^Environment is not available on chain 1$/))
  })

  test('while another job of the same agreement is unfinished, and no longer', async () => {
    const workflow = compute.standIn.workflow({ rawcode: 'import time; time.sleep(600)' })
    const [first] = compute.compute.start(workflow)
    if (!first) throw new Error('Nothing was started.')
    expect(start({ agreementId: workflow.agreementId })).toThrow(
      refusal(400, /^`agreementId` already in use for other job\.$/),
    )
    compute.compute.stop({ owner: first.owner, jobId: first.jobId })
    await compute.until(first, ({ dateFinished }) => dateFinished !== null)
    const again = await compute.finish({
      ...workflow,
      algorithm: { ...workflow.algorithm, rawcode: 'print("once more")' },
    })
    expect(again.status).toBe(70)
  })

  test('when its image cannot run here', () => {
    const { refuses } = compute.compute
    expect(refuses({ ...branin, entrypoint: 'python $ALGO' })).toBeUndefined()
    expect(refuses({ ...branin, tag: 'renamed', entrypoint: 'python3.7 $ALGO' })).toBeUndefined()
    expect(refuses({ ...branin, image: 'ubuntu', entrypoint: 'python $ALGO' })).toMatch(
      /^Image ubuntu:python-branin cannot run here/,
    )
    expect(refuses({ ...branin, entrypoint: 'node $ALGO' })).toMatch(/stands in for Python only/)
    const nodeImage = (tag: string, entrypoint = 'node $ALGO') =>
      refuses({ image: 'node', tag, checksum: '', entrypoint })
    for (const tag of ['10', '18.17.1', 'latest']) expect(nodeImage(tag) === undefined).toBe(hostNode !== undefined)
    expect(nodeImage('99')).toMatch(/^Image node:99 cannot run here/)
    expect(nodeImage('18', 'yarn $ALGO')).toMatch(/cannot run here/)
    expect(refuses({ ...branin, entrypoint: 'python' })).toMatch(/does not name \$ALGO/)
  })
})
