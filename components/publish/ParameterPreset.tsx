'use client'
import { NativeSelect, TextInput } from '@mantine/core'
import { useMessages } from '@/lib/messages/useMessages'
import type { ConsumerParameter } from '@/lib/ocean'
import type { Problem } from './model/problems'
import { readOptions } from './model/readOptions'
import { useSay } from './useSay'

type ParameterPresetProps = {
  parameter: ConsumerParameter
  problem: Problem | undefined
  onChange(preset: string): void
}

/** The value a parameter has until somebody changes it, chosen or typed as its type asks. */
export function ParameterPreset({ parameter, problem, onChange }: ParameterPresetProps) {
  const words = useMessages().publish.parameters
  const say = useSay()
  const { type, default: preset, options } = parameter
  if (type === 'text' || type === 'number')
    return (
      <TextInput
        label={words.default}
        inputMode={type === 'number' ? 'decimal' : 'text'}
        value={preset}
        error={say(problem)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
      : readOptions(options)
  const lost = preset !== '' && !choices.some(({ value }) => value === preset)
  return (
    <NativeSelect
      label={words.default}
      value={preset}
      error={say(problem)}
      data={[
        { value: '', label: words.noDefault },
        ...choices.filter(({ value }, index) => choices.findIndex((other) => other.value === value) === index),
        ...(lost ? [{ value: preset, label: preset }] : []),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
