'use client'
import { NativeSelect } from '@mantine/core'
import { useMessages } from '@/lib/messages/useMessages'
import { timeouts } from './model/form'

export type TimeoutSelectProps = {
  /** Seconds; 0 is for ever; `undefined` is what `standard` says. */
  value: number | undefined
  onChange(value: number | undefined): void
  /** Offers to follow something else. */
  standard?: string | undefined
}

/** How long an order lasts, in words. */
export function TimeoutSelect({ value, onChange, standard }: TimeoutSelectProps) {
  const { publish, common } = useMessages()
  const words = publish.access
  const known: readonly number[] = timeouts
  const offered = value === undefined || known.includes(value) ? known : [...known, value]
  return (
    <NativeSelect
      label={words.timeout}
      value={value === undefined ? '' : String(value)}
      data={[
        ...(standard ? [{ value: '', label: standard }] : []),
        ...offered.map((seconds) => ({
          value: String(seconds),
          label: words.timeouts[seconds] ?? common.duration(seconds),
        })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : Number(currentTarget.value))}
    />
  )
}
