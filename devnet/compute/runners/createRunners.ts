import type { KnownImage } from '../images'
import { combineRunners } from './combineRunners'
import { createBubblewrapRunner } from './createBubblewrapRunner'
import { createDockerRunner } from './createDockerRunner'
import { createUnsafeLocalRunner } from './createUnsafeLocalRunner'
import type { Runner } from './Runner'

export type CreateRunnersParameters = {
  workDirectory: string
  images: readonly KnownImage[]
  dockerRuntime?: string
  /** Whether images the host cannot stand in for may run in Docker beside bubblewrap. */
  isCombined: boolean
}

/** Every runner there is, those to prefer first. */
export function createRunners({ workDirectory, images, dockerRuntime, isCombined }: CreateRunnersParameters): Runner[] {
  const bubblewrap = createBubblewrapRunner({ workDirectory, images })
  const dockerFor = (mayPullProbeImage: boolean) =>
    createDockerRunner({ workDirectory, mayPullProbeImage, ...(dockerRuntime ? { runtime: dockerRuntime } : {}) })
  return [
    isCombined ? combineRunners(bubblewrap, dockerFor(false)) : bubblewrap,
    dockerFor(true),
    createUnsafeLocalRunner({ images }),
  ]
}
