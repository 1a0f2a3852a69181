'use client'

import { useMemo } from 'react'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ImageResult } from '@/lib/results/types'
import styles from './CompareWith.module.css'
import { comparePixels } from './model/comparePixels'
import { HeatMap } from './plots/HeatMap'
import { usePixels } from './usePixels'
import { ImageView } from './views/ImageView'

/** A picture and where it differs from another of the same size. */
export function CompareImages({ name, base, other }: { name: string; base: ImageResult; other: ImageResult }) {
  const t = useMessages().results
  const [first, second] = [usePixels(base), usePixels(other)]
  const compared = useMemo(
    () =>
      first && second && first !== 'failed' && second !== 'failed' ? { it: comparePixels(first, second) } : undefined,
    [first, second],
  )
  const label = t.compare.pictureDifference(name)
  return (
    <>
      <ImageView result={other} label={name} />
      {first === 'failed' || second === 'failed' ? <Notice tone="info" title={t.image.unreadable} /> : null}
      {!first || !second ? <WaitingNotice what={t.decoding(name)} /> : null}
      {compared && !compared.it ? (
        <Notice
          tone="info"
          title={t.compare.pictureSizes(t.image.size(base.width, base.height), t.image.size(other.width, other.height))}
        />
      ) : null}
      {compared?.it ? (
        <>
          <p className={styles.words}>
            {compared.it.changed === 0 ? t.compare.samePictures(compared.it.pixels) : t.compare.pictures(compared.it)}
          </p>
          {compared.it.changed === 0 ? null : (
            <figure className={styles.figure}>
              <figcaption className={styles.title}>{label}</figcaption>
              <HeatMap
                grid={compared.it.grid}
                label={label}
                axes={{ ...t.compare.axes, value: t.compare.differenceAxis }}
                colors="sequential"
              />
            </figure>
          )}
        </>
      ) : null}
    </>
  )
}
