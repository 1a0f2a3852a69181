import { join } from 'node:path'
import { entrypointInterpreter, hostNode } from '../images'
import type { RunnerJob } from './Runner'

export type BubblewrapFeatures = { disableUserNamespaces: boolean; sizes: boolean; seccomp: boolean }

export type BubblewrapLaunch = {
  job: RunnerJob
  outputs: string
  logs: string
  features: BubblewrapFeatures
  /** User the sandbox is entered as, when the server is root. */
  userId: number | undefined
  /** Files to write the launcher's process id to. */
  joinFiles: readonly string[]
  /** Bytes of memory one process may take for itself; undefined where a control group holds the memory. */
  dataBytes: number | undefined
  /** Whether the kernel counts processes per user namespace, so that the limit is the job's alone. */
  countsProcesses: boolean
}

/** File descriptors the launcher expects: the system call filter, and the gate. */
const filterDescriptor = 3
export const gateDescriptor = 4

/** First thing inside: says that the sandbox stands, and waits to be let in. Where nobody is left to do so, it ends. */
const waitAtGate = `echo >&${gateDescriptor}; read -r go <&${gateDescriptor} || exit 1; exec ${gateDescriptor}<&-; `

const scratchBytes = 64 << 20
const algorithm = '/data/transformations/algorithm'

/** Entrypoint of a container as a shell command: the algorithm's place put in, both outputs in one stream. */
export const entrypointCommand = (entrypoint: string): string =>
  `exec 2>&1; ${entrypoint.replaceAll(/\$(ALGO\b|\{ALGO\})/g, algorithm)}`

/**
 * Command line that runs a job in bubblewrap. The first word is an absolute path.
 *
 * Privileges go first, then limits, then the sandbox; the process that is started becomes each of them in turn.
 */
export function bubblewrapArguments(launch: BubblewrapLaunch): string[] {
  const { job, features, userId } = launch
  const { limits } = job
  const scratch = (path: string) => [...(features.sizes ? ['--size', `${scratchBytes}`] : []), '--tmpfs', path]
  const inputs = (name: string) => ['--ro-bind', join(job.directory, 'data', name), `/data/${name}`]
  const interpreters = new Set(['python', 'python3', entrypointInterpreter(job.entrypoint) ?? 'python'])
  const variables: Record<string, string> = {
    PATH: '/opt/bin:/usr/bin:/bin',
    HOME: '/tmp',
    LANG: 'C.UTF-8',
    MPLCONFIGDIR: '/tmp/matplotlib',
    OPENBLAS_NUM_THREADS: '1',
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    ...job.variables,
  }
  const join_ = launch.joinFiles.map((file) => `echo $$ > '${file}' && `).join('')
  return [
    ...(launch.joinFiles.length > 0 ? ['/bin/sh', '-c', `${join_}exec "$@"`, 'sh'] : []),
    ...(userId === undefined
      ? []
      : [
          '/usr/bin/setpriv',
          `--reuid=${userId}`,
          `--regid=${userId}`,
          '--clear-groups',
          '--inh-caps=-all',
          '--bounding-set=-all',
        ]),
    '/usr/bin/prlimit',
    '--nofile=256',
    `--fsize=${limits.diskBytes}`,
    '--core=0',
    `--cpu=${limits.cpuSeconds}`,
    ...(launch.dataBytes === undefined ? [] : [`--data=${launch.dataBytes}`]),
    '/usr/bin/bwrap',
    ...['--unshare-user', '--unshare-all', '--die-with-parent', '--new-session', '--hostname', 'compute'],
    ...(features.disableUserNamespaces ? ['--disable-userns'] : []),
    ...['--uid', '1000', '--gid', '1000', '--cap-drop', 'ALL', '--clearenv'],
    ...[
      '--ro-bind',
      '/usr',
      '/usr',
      '--symlink',
      'usr/bin',
      '/bin',
      '--symlink',
      'usr/lib',
      '/lib',
      '--symlink',
      'usr/lib64',
      '/lib64',
    ],
    ...['/etc/alternatives', '/etc/ld.so.cache', '/etc/matplotlibrc', '/etc/fonts'].flatMap((path) => [
      '--ro-bind-try',
      path,
      path,
    ]),
    ...[...interpreters].flatMap((name) => ['--symlink', '/usr/bin/python3', `/opt/bin/${name}`]),
    ...(hostNode ? ['--symlink', hostNode, '/opt/bin/node'] : []),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...['/tmp', '/dev/shm', '/work'].flatMap(scratch),
    ...['--remount-ro', '/dev', '--symlink', '/data', '/work/data'],
    ...['inputs', 'transformations', 'ddos'].flatMap(inputs),
    ...['--bind', launch.outputs, '/data/outputs', '--bind', launch.logs, '/data/logs'],
    ...['--remount-ro', '/', '--chdir', '/work'],
    ...(features.seccomp ? ['--seccomp', `${filterDescriptor}`] : []),
    ...Object.entries(variables).flatMap(([name, value]) => ['--setenv', name, value]),
    '--',
    ...(launch.countsProcesses ? ['/usr/bin/prlimit', `--nproc=${limits.processes}`] : []),
    ...['/bin/sh', '-c', `${waitAtGate}${entrypointCommand(job.entrypoint)}`],
  ]
}
