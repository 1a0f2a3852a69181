import { DecodeError } from '../DecodeError'
import type { DecodedResult, DecodeLimits } from '../types'
import type { DecodeProgress, WorkerAnswer, WorkerRequest } from './messages'

export type DecodeInWorkerOptions = {
  filename?: string
  limits?: Partial<DecodeLimits>
  signal?: AbortSignal
  /** Milliseconds after which the Worker is ended. Default 30,000. */
  timeout?: number
  onProgress?: (progress: DecodeProgress) => void
  /** Makes the Worker; for tests. */
  createWorker?: () => DecodeWorker
}

/** The part of a `Worker` that is used here. */
export type DecodeWorker = {
  postMessage(message: WorkerRequest, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<WorkerAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const defaultTimeout = 30_000

/**
 * `decodeResult` in a Worker of its own, so that the page never waits and a deadline really ends the work.
 *
 * @param source - A Blob stays usable and is not copied; an ArrayBuffer is handed over and becomes unusable; a typed array is copied.
 * @throws {DecodeError} `limit` when `timeout` passes or the Worker runs out of memory.
 * @throws the reason of `signal` when it is aborted; the Worker is ended at once.
 */
export function decodeInWorker(
  source: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>,
  options: DecodeInWorkerOptions = {},
): Promise<DecodedResult> {
  const { filename, limits, signal, timeout = defaultTimeout, onProgress, createWorker = create } = options
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = createWorker()
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      worker.terminate()
      settle()
    }
    const abort = () => finish(() => reject(signal?.reason))
    const timer = setTimeout(() => finish(() => reject(new DecodeError('limit', 'time'))), timeout)
    signal?.addEventListener('abort', abort)
    worker.onmessage = ({ data }) => {
      if (data.type === 'progress') onProgress?.(data.progress)
      else if (data.type === 'done') finish(() => resolve(data.result))
      else finish(() => reject(new DecodeError('limit', data.message)))
    }
    worker.onerror = (event) => finish(() => reject(new DecodeError('limit', event.message)))
    const given = source instanceof Uint8Array ? source.slice().buffer : source
    const request = {
      source: given,
      options: { ...(filename === undefined ? {} : { filename }), ...(limits ? { limits } : {}) },
    }
    worker.postMessage(request, given instanceof ArrayBuffer ? [given] : [])
  })
}

function create(): DecodeWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}
