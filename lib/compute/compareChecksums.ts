/** The two sums by which a dataset's owner pins an algorithm; `undefined` could not be fetched. */
export type AlgorithmChecksums = {
  filesChecksum: string | undefined
  containerSectionChecksum: string | undefined
}

/** `unset`: the stored value is empty, which the Provider takes as "do not check". */
export type ChecksumState = 'same' | 'changed' | 'unset' | 'unknown'

export type ChecksumDrift = {
  files: ChecksumState
  container: ChecksumState
  /** True when the Provider would refuse the algorithm for at least one of the two. */
  drifted: boolean
}

function compare(stored: string | undefined, live: string | undefined): ChecksumState {
  if (stored === undefined || stored === '') return 'unset'
  if (live === undefined) return 'unknown'
  return stored === live ? 'same' : 'changed'
}

/**
 * Compares what a dataset's allow-list holds with what the algorithm is now, as the Provider does: files without regard
 * to case on the stored side, container exactly.
 */
export function compareChecksums(stored: AlgorithmChecksums, live: AlgorithmChecksums): ChecksumDrift {
  const files = compare(stored.filesChecksum?.toLowerCase(), live.filesChecksum)
  const container = compare(stored.containerSectionChecksum, live.containerSectionChecksum)
  return { files, container, drifted: files === 'changed' || container === 'changed' }
}
