import type { Network } from '@/lib/networks'
import type { ComputeJob, OceanClient } from '@/lib/ocean'

/** A Provider the app looks at, and the client to talk to it with. */
export type MonitoredProvider = { network: Network; client: OceanClient; providerUrl: string }

/** A job together with where it was found. */
export type MonitoredJob = MonitoredProvider & { job: ComputeJob }
