import { decodeResult } from '../decodeResult'
import type { WorkerAnswer, WorkerRequest } from './messages'
import { transferables } from './transferables'

type Scope = {
  postMessage(message: WorkerAnswer, transfer?: Transferable[]): void
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null
}

const scope = globalThis as unknown as Scope

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ type: 'progress', progress: { phase: 'reading' } })
    const buffer = data.source instanceof ArrayBuffer ? data.source : await data.source.arrayBuffer()
    scope.postMessage({ type: 'progress', progress: { phase: 'decoding' } })
    const result = await decodeResult(new Uint8Array(buffer), { ...data.options, owned: true })
    scope.postMessage({ type: 'done', result }, transferables(result))
  } catch (error) {
    scope.postMessage({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
