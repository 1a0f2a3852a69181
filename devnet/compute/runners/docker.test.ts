import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type Docker from 'dockerode'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { branin } from '../tests/createStandIn'
import { combineRunners } from './combineRunners'
import { createDockerRunner } from './createDockerRunner'
import { dockerOptions, imageReference, jobLabel, serverLabel } from './dockerOptions'
import type { Runner, RunnerJob } from './Runner'

const container = { ...branin, entrypoint: 'python $ALGO' }
const limits = { memoryBytes: 1 << 30, diskBytes: 1 << 20, diskEntries: 16, processes: 64, cpus: 1.5, cpuSeconds: 60 }
const notFound = () => Object.assign(new Error('no such thing'), { statusCode: 404 })

let folder: string
let printed: string
const jobOf = (jobId: string): RunnerJob => ({
  jobId,
  slot: 3,
  directory: join(folder, jobId),
  entrypoint: container.entrypoint,
  container,
  variables: { DIDS: '["a"]' },
  limits,
  onOutput: (chunk) => {
    printed += Buffer.from(chunk).toString('utf8')
  },
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docker-'))
  printed = ''
  await mkdir(join(folder, 'one', 'data'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Script = {
  hasImage?: boolean
  canPull?: boolean
  code?: number
  outOfMemory?: boolean
  found?: { Id: string; State: string; Labels: Record<string, string> }[]
}

/** An engine that does as told and notes what it was asked. */
function scriptEngine({ hasImage = true, canPull = true, code = 0, outOfMemory = false, found = [] }: Script) {
  const calls: string[] = []
  let end: (status: { StatusCode: number }) => void = () => undefined
  const ended = new Promise<{ StatusCode: number }>((resolve) => {
    end = resolve
  })
  const output = new PassThrough()
  const finish = (status = code) => {
    output.end()
    end({ StatusCode: status })
  }
  const modem = {
    followProgress: (_: unknown, done: (error: Error | null) => void) => done(null),
    demuxStream: (stream: PassThrough, standard: PassThrough) => stream.pipe(standard),
  }
  const containerOf = (id: string) => ({
    modem,
    start: async () => void calls.push(`start ${id}`),
    logs: async () => output,
    wait: () => ended,
    inspect: async () => ({ State: { OOMKilled: outOfMemory } }),
    kill: async () => {
      calls.push(`kill ${id}`)
      finish(137)
    },
    remove: async () => void calls.push(`remove ${id}`),
  })
  const engine = {
    modem,
    getImage: (name: string) => ({
      inspect: async () => {
        calls.push(`inspect ${name}`)
        if (!hasImage) throw notFound()
      },
    }),
    pull: async (name: string) => {
      calls.push(`pull ${name}`)
      if (!canPull) throw notFound()
      return output
    },
    createContainer: async () => {
      calls.push('create')
      return containerOf('new')
    },
    getContainer: containerOf,
    listContainers: async ({ filters }: { filters: { label: string[] } }) =>
      found.filter(({ Labels }) =>
        filters.label.every((label) => Object.entries(Labels).some(([name, value]) => `${name}=${value}` === label)),
      ),
  }
  return { engine: engine as unknown as Docker, calls, output, finish }
}

const runnerOf = (engine: Docker) => createDockerRunner({ workDirectory: folder, mayPullProbeImage: true, engine })

/** The label this server's containers carry, as its own options give it. */
async function serverOf(): Promise<string> {
  const seen: string[] = []
  const { engine } = scriptEngine({})
  engine.listContainers = (async ({ filters }: { filters: { label: string[] } }) => {
    seen.push(...filters.label)
    return []
  }) as unknown as typeof engine.listContainers
  await runnerOf(engine).sweep(new Set())
  return seen[0]?.split('=')[1] ?? ''
}

describe('the options of a container', () => {
  const options = () =>
    dockerOptions({
      job: jobOf('one'),
      outputs: '/out',
      logs: '/log',
      userId: 7,
      groupId: 8,
      server: 'here',
      runtime: undefined,
    })

  test('name the image by checksum, and by tag only without one', () => {
    expect(imageReference(container)).toBe(`oceanprotocol/algo_dockers@${branin.checksum}`)
    expect(imageReference({ ...container, checksum: '' })).toBe('oceanprotocol/algo_dockers:python-branin')
    expect(imageReference({ ...container, checksum: '', tag: '' })).toBe('oceanprotocol/algo_dockers:latest')
  })

  test('take away the network, every capability and the right to write', () => {
    expect(options()).toMatchObject({
      User: '7:8',
      NetworkDisabled: true,
      Labels: { [jobLabel]: 'one', [serverLabel]: 'here' },
      HostConfig: {
        NetworkMode: 'none',
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges', expect.stringMatching(/^seccomp=\{/)],
        Privileged: false,
        ReadonlyRootfs: true,
        PidsLimit: 64,
        Memory: 1 << 30,
        MemorySwap: 1 << 30,
        NanoCpus: 1_500_000_000,
        Ulimits: [
          { Name: 'nofile', Soft: 256, Hard: 256 },
          { Name: 'fsize', Soft: 1 << 20, Hard: 1 << 20 },
          { Name: 'core', Soft: 0, Hard: 0 },
          { Name: 'cpu', Soft: 60, Hard: 60 },
        ],
      },
    })
    expect(options().HostConfig).not.toHaveProperty('Runtime')
  })

  test('bind five folders, of which two can be written', () => {
    const data = join(folder, 'one', 'data')
    expect(options().HostConfig?.Binds).toEqual([
      `${data}/inputs:/data/inputs:ro`,
      `${data}/transformations:/data/transformations:ro`,
      `${data}/ddos:/data/ddos:ro`,
      '/out:/data/outputs:rw',
      '/log:/data/logs:rw',
    ])
  })

  test("run the entrypoint on the algorithm, with the job's variables", () => {
    expect(options().Entrypoint?.[2]).toBe(
      'cd /work && ln -s /data data; exec 2>&1; python /data/transformations/algorithm',
    )
    expect(options().Env).toContain('DIDS=["a"]')
  })

  test('name gVisor when it is asked for', () => {
    const gvisor = dockerOptions({
      job: jobOf('one'),
      outputs: '/out',
      logs: '/log',
      userId: 7,
      groupId: 8,
      server: 'here',
      runtime: 'runsc',
    })
    expect(gvisor.HostConfig?.Runtime).toBe('runsc')
  })
})

describe('the Docker runner', () => {
  test('runs a job in an image that is here, hands on what it prints, and removes the container', async () => {
    const { engine, calls, output, finish } = scriptEngine({ code: 3 })
    const running = await runnerOf(engine).start(jobOf('one'))
    output.write('hello\n')
    finish()
    expect(await running.exited).toEqual({ code: 3, cause: 'exit' })
    expect(printed).toBe('hello\n')
    expect((await readdir(running.outputs)).length).toBe(0)
    await running.release()
    expect(calls).toEqual([`inspect ${imageReference(container)}`, 'create', 'start new', 'remove new'])
  })

  test('pulls an image that is not, and says so when it cannot be had', async () => {
    const pulled = scriptEngine({ hasImage: false })
    const running = await runnerOf(pulled.engine).start(jobOf('one'))
    pulled.finish()
    await running.exited
    await running.release()
    expect(pulled.calls).toContain(`pull ${imageReference(container)}`)
    const absent = scriptEngine({ hasImage: false, canPull: false })
    await expect(runnerOf(absent.engine).start(jobOf('one'))).rejects.toMatchObject({ name: 'ImageUnavailableError' })
  })

  test('tells lack of memory from other ends, and a stop by its cause', async () => {
    const full = scriptEngine({ code: 137, outOfMemory: true })
    const first = await runnerOf(full.engine).start(jobOf('one'))
    full.finish()
    expect(await first.exited).toEqual({ code: 137, cause: 'memory' })
    await first.release()
    const slow = scriptEngine({})
    const runner = runnerOf(slow.engine)
    const second = await runner.start(jobOf('one'))
    runner.stop('one', 'timeout')
    expect(await second.exited).toEqual({ code: 137, cause: 'timeout' })
    await second.release()
  })

  test('takes over the container of a job that an earlier server left, with what it has written', async () => {
    const labels = { [serverLabel]: await serverOf(), [jobLabel]: 'one' }
    const { engine, calls, output, finish } = scriptEngine({
      found: [{ Id: 'left', State: 'running', Labels: labels }],
    })
    await mkdir(join(folder, 'one', 'data', 'volume', 'outputs', 'written'), { recursive: true })
    const adopted = await runnerOf(engine).adopt(jobOf('one'))
    output.write('still here\n')
    finish()
    expect(await adopted?.exited).toEqual({ code: 0, cause: 'exit' })
    expect(printed).toBe('still here\n')
    expect(await readdir(adopted?.outputs ?? '')).toEqual(['written'])
    expect(calls).toEqual([])
    await adopted?.release()
    expect(await runnerOf(engine).adopt(jobOf('two'))).toBeUndefined()
  })

  test("removes containers of jobs it does not know, and no other server's", async () => {
    const own = await serverOf()
    const { engine, calls } = scriptEngine({
      found: [
        { Id: 'known', State: 'running', Labels: { [serverLabel]: own, [jobLabel]: 'one' } },
        { Id: 'unknown', State: 'exited', Labels: { [serverLabel]: own, [jobLabel]: 'two' } },
        { Id: 'foreign', State: 'running', Labels: { [serverLabel]: 'another', [jobLabel]: 'two' } },
      ],
    })
    await runnerOf(engine).sweep(new Set(['one']))
    expect(calls).toEqual(['remove unknown'])
  })

  test('says what is missing where no engine answers', async () => {
    const { engine } = scriptEngine({})
    engine.info = async () => {
      throw Object.assign(new Error('connect ENOENT'), { code: 'ENOENT' })
    }
    expect(await runnerOf(engine).probe()).toMatchObject({ ok: false, reason: 'no Docker engine answers' })
  })
})

describe('two runners as one', () => {
  const fake = (name: 'bubblewrap' | 'docker', accepts: boolean, isOk = true) => {
    const calls: string[] = []
    const runner: Runner = {
      name,
      probe: async () =>
        isOk ? { ok: true, isolation: 'standard', description: name } : { ok: false, reason: 'absent', fix: 'none' },
      refuses: () => (accepts ? undefined : `${name} refuses`),
      start: async ({ jobId }) => {
        calls.push(`start ${jobId}`)
        return {
          outputs: '',
          logs: '',
          exited: Promise.resolve({ code: 0, cause: 'exit' }),
          release: async () => undefined,
        }
      },
      stop: (jobId) => void calls.push(`stop ${jobId}`),
      adopt: async () => undefined,
      sweep: async () => void calls.push('sweep'),
    }
    return { runner, calls }
  }

  test('send to the images what the host refuses', async () => {
    const [host, images] = [fake('bubblewrap', false), fake('docker', true)]
    const both = combineRunners(host.runner, images.runner)
    expect(await both.probe()).toMatchObject({ ok: true, description: 'bubblewrap; other images by docker' })
    expect(both.refuses(container)).toBeUndefined()
    await both.start(jobOf('one'))
    both.stop('one', 'stop')
    expect([host.calls, images.calls]).toEqual([[], ['start one', 'stop one']])
  })

  test('refuse it when there is nothing to run images with', async () => {
    const [host, images] = [fake('bubblewrap', false), fake('docker', true, false)]
    const both = combineRunners(host.runner, images.runner)
    expect(await both.probe()).toMatchObject({ ok: true, description: 'bubblewrap' })
    expect(both.refuses(container)).toBe('bubblewrap refuses')
    await both.sweep(new Set())
    expect(images.calls).toEqual([])
  })
})
