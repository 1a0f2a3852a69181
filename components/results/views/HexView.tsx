'use client'

import { useElementSize } from '@mantine/hooks'
import { hexLine } from '../model/hexLine'
import { LineView } from './LineView'

/** The bytes themselves. */
export function HexView({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const { ref, width } = useElementSize()
  const perLine = width > 0 && width < 620 ? 8 : 16
  const count = Math.ceil(bytes.length / perLine)
  return (
    <div ref={ref}>
      <LineView
        count={count}
        lineAt={(index) => hexLine({ bytes, start: index * perLine, perLine })}
        label={label}
        wrap={false}
        numbers={false}
      />
    </div>
  )
}
