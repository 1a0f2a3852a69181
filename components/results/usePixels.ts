'use client'

import { useEffect, useState } from 'react'
import type { ImageResult } from '@/lib/results/types'
import type { Pixels } from './model/comparePixels'

/** The pixels of an image, as the browser reads them; `failed` when it cannot. */
export function usePixels(result: ImageResult): Pixels | 'failed' | undefined {
  const [state, setState] = useState<{ of: ImageResult; pixels: Pixels | 'failed' }>()
  useEffect(() => {
    let current = true
    const read = async (): Promise<Pixels> => {
      if (result.pixels) return { width: result.width, height: result.height, data: result.pixels }
      const bitmap = await createImageBitmap(new Blob([result.bytes], { type: result.mime }))
      const { width, height } = bitmap
      const context = new OffscreenCanvas(width, height).getContext('2d')
      if (!context) throw new Error('This browser draws nothing.')
      context.drawImage(bitmap, 0, 0)
      bitmap.close()
      return { width, height, data: context.getImageData(0, 0, width, height).data }
    }
    read().then(
      (pixels) => current && setState({ of: result, pixels }),
      () => current && setState({ of: result, pixels: 'failed' }),
    )
    return () => {
      current = false
    }
  }, [result])
  return state?.of === result ? state.pixels : undefined
}
