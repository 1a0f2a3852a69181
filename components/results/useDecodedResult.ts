'use client'

import { useEffect, useState } from 'react'
import type { DecodedResult } from '@/lib/results/types'

/** A file to look at. The same object stands for the same content. */
export type ResultFile = { filename: string; bytes: Uint8Array }

export type UseDecodedResultReturnType =
  | { status: 'waiting'; since: number }
  | { status: 'done'; result: DecodedResult }
  | { status: 'failed'; message: string }

/** Reads a file in a worker, which is loaded now and ended when the answer is there or nobody wants it any more. */
export function useDecodedResult(file: ResultFile): UseDecodedResultReturnType {
  const [state, setState] = useState<UseDecodedResultReturnType>(() => ({ status: 'waiting', since: Date.now() }))
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const decode = async () => {
      const { decodeInWorker } = await import('@/lib/results/worker/decodeInWorker')
      const source = new Blob([file.bytes.slice()])
      return decodeInWorker(source, { filename: file.filename, signal })
    }
    setState({ status: 'waiting', since: Date.now() })
    decode().then(
      (result) => {
        if (!signal.aborted) setState({ status: 'done', result })
      },
      (error: unknown) => {
        if (!signal.aborted)
          setState({ status: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => controller.abort(new DOMException('No longer shown', 'AbortError'))
  }, [file])
  return state
}
