import type { DecodedResult, DecodeOptions } from '../types'

export type WorkerRequest = { source: Blob | ArrayBuffer; options: DecodeOptions }

export type DecodeProgress = { phase: 'reading' | 'decoding' }

export type WorkerAnswer =
  | { type: 'progress'; progress: DecodeProgress }
  | { type: 'done'; result: DecodedResult }
  | { type: 'failed'; message: string }
