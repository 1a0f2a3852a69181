import { cpus } from 'node:os'

/** One kind of place jobs run in, as the operator configures it. */
export type EnvironmentConfiguration = {
  id: string
  /** Processors a job may keep busy. */
  cpuNumber: number
  ramGB: number
  /** Space for what a job downloads, and again for what it writes. */
  diskGB: number
  /** Price per minute in whole fee tokens. 0 is free. */
  priceMin: number
  /** Jobs that run at the same time; more wait in line. */
  maxJobs: number
  /** Jobs that may wait in line before new ones are refused. */
  maxWaiting: number
  /** Seconds an algorithm may run. */
  maxJobDuration: number
  /** Seconds results are kept after a job; 0 is for ever. */
  storageExpiry: number
}

const processors = cpus().length
const week = 7 * 24 * 3600

/** A free environment and a paid, larger one. */
export const defaultEnvironments: readonly EnvironmentConfiguration[] = [
  {
    id: 'ocean-compute',
    cpuNumber: 1,
    ramGB: 1,
    diskGB: 1,
    priceMin: 0,
    maxJobs: Math.max(1, Math.min(4, processors)),
    maxWaiting: 100,
    maxJobDuration: 3600,
    storageExpiry: week,
  },
  {
    id: 'ocean-compute-large',
    cpuNumber: Math.max(1, Math.min(4, processors)),
    ramGB: 4,
    diskGB: 4,
    priceMin: 1,
    maxJobs: 1,
    maxWaiting: 100,
    maxJobDuration: 4 * 3600,
    storageExpiry: 4 * week,
  },
]
