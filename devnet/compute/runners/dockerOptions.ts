import { join } from 'node:path'
import type { ContainerCreateOptions } from 'dockerode'
import type { AlgorithmContainer } from '../types'
import { entrypointCommand } from './bubblewrapArguments'
import { dockerSeccompProfile } from './dockerSeccompProfile'
import type { RunnerJob } from './Runner'

export type DockerLaunch = {
  job: RunnerJob
  outputs: string
  logs: string
  /** User and group inside the container. */
  userId: number
  groupId: number
  /** Tells this server's containers from another's. */
  server: string
  /** Runtime other than the engine's default, such as `runsc`. */
  runtime: string | undefined
}

export const jobLabel = 'ocean-compute.job'
export const serverLabel = 'ocean-compute.server'

const scratch = 'rw,noexec,nosuid,nodev,size=64m,mode=1777'
const logSize = '8m'
/** What Docker hides by itself, and the machine's devices, firmware and control groups. */
const maskedPaths = [
  '/sys',
  '/proc/acpi',
  '/proc/asound',
  '/proc/kcore',
  '/proc/keys',
  '/proc/latency_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/proc/timer_list',
  '/proc/timer_stats',
]

/** Reference of an algorithm's image: by checksum when there is one, which makes the tag irrelevant. */
export const imageReference = ({ image, tag, checksum }: AlgorithmContainer): string =>
  checksum.startsWith('sha256:') ? `${image}@${checksum}` : `${image}:${tag || 'latest'}`

/** How a job's container is made: no network, no privileges, a read-only system, and limits on everything that has one. */
export function dockerOptions({
  job,
  outputs,
  logs,
  userId,
  groupId,
  server,
  runtime,
}: DockerLaunch): ContainerCreateOptions {
  const { limits, directory } = job
  const data = (name: string) => join(directory, 'data', name)
  const variables: Record<string, string> = {
    HOME: '/tmp',
    MPLCONFIGDIR: '/tmp/matplotlib',
    OPENBLAS_NUM_THREADS: '1',
    PYTHONUNBUFFERED: '1',
    ...job.variables,
  }
  const ulimit = (name: string, value: number) => ({ Name: name, Soft: value, Hard: value })
  return {
    Image: imageReference(job.container),
    Entrypoint: ['/bin/sh', '-c', `cd /work && ln -s /data data; ${entrypointCommand(job.entrypoint)}`],
    Cmd: [],
    // Not the scratch folder: the engine would make it first, as root's, and it would stay so.
    WorkingDir: '/',
    User: `${userId}:${groupId}`,
    Env: Object.entries(variables).map(([name, value]) => `${name}=${value}`),
    Labels: { [jobLabel]: job.jobId, [serverLabel]: server },
    AttachStdin: false,
    OpenStdin: false,
    Tty: false,
    NetworkDisabled: true,
    StopSignal: 'SIGKILL',
    HostConfig: {
      NetworkMode: 'none',
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges', `seccomp=${dockerSeccompProfile}`],
      Privileged: false,
      ReadonlyRootfs: true,
      MaskedPaths: maskedPaths,
      IpcMode: 'private',
      Init: true,
      AutoRemove: false,
      RestartPolicy: { Name: 'no' },
      PidsLimit: limits.processes,
      Memory: limits.memoryBytes,
      MemorySwap: limits.memoryBytes,
      NanoCpus: Math.round(limits.cpus * 1e9),
      ShmSize: 64 << 20,
      Tmpfs: { '/tmp': scratch, '/work': scratch },
      Ulimits: [
        ulimit('nofile', 256),
        ulimit('fsize', limits.diskBytes),
        ulimit('core', 0),
        ulimit('cpu', limits.cpuSeconds),
      ],
      LogConfig: { Type: 'json-file', Config: { 'max-size': logSize, 'max-file': '1' } },
      Binds: [
        ...['inputs', 'transformations', 'ddos'].map((name) => `${data(name)}:/data/${name}:ro`),
        `${outputs}:/data/outputs:rw`,
        `${logs}:/data/logs:rw`,
      ],
      ...(runtime ? { Runtime: runtime } : {}),
    },
  }
}
