'use client'
import { NativeSelect, TextInput } from '@mantine/core'
import { CopyableText } from '@/components/ui/CopyableText'
import { useMessages } from '@/lib/messages/useMessages'
import { ContainerCheck } from './ContainerCheck'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import { containerPresets, isContainerPreset } from './model/containerPresets'
import type { ContainerForm } from './model/form'
import { useSay } from './useSay'

/** The image an algorithm runs in: a pinned preset, or one's own. */
export function ContainerFields({ form, change, problems }: AssetPartProps) {
  const words = useMessages().publish.container
  const say = useSay()
  const { container } = form
  const set = (next: Partial<ContainerForm>) => change({ container: { ...container, ...next } })
  const preset = isContainerPreset(container.preset) ? containerPresets[container.preset] : undefined
  return (
    <div className={classes.file}>
      <NativeSelect
        label={words.label}
        required
        value={preset ? container.preset : 'own'}
        data={(['branin', 'panda', 'own'] as const).map((value) => ({ value, label: words.presets[value] }))}
        onChange={(event) => set({ preset: event.currentTarget.value })}
      />
      {preset ? (
        <p className={classes.hint}>
          <code>
            {preset.image}:{preset.tag}
          </code>
          , <CopyableText value={preset.checksum} label={words.checksum} keep={12} /> {words.pinned}
        </p>
      ) : (
        <div className={classes.card}>
          <div className={classes.pair}>
            <TextInput
              className={classes.mono}
              label={words.image}
              required
              placeholder="python"
              value={container.image}
              error={say(problems.image)}
              onChange={(event) => set({ image: event.currentTarget.value })}
            />
            <TextInput
              className={classes.mono}
              label={words.tag}
              required
              placeholder="3.12-slim"
              value={container.tag}
              error={say(problems.tag)}
              onChange={(event) => set({ tag: event.currentTarget.value })}
            />
          </div>
          <TextInput
            className={classes.mono}
            label={words.entrypoint}
            description={words.entrypointHint}
            required
            placeholder="python $ALGO"
            value={container.entrypoint}
            error={say(problems.entrypoint)}
            onChange={(event) => set({ entrypoint: event.currentTarget.value })}
          />
          <TextInput
            className={classes.mono}
            label={words.checksum}
            description={words.checksumHint}
            required
            placeholder="sha256:…"
            value={container.checksum}
            error={say(problems.checksum)}
            onChange={(event) => set({ checksum: event.currentTarget.value })}
          />
          <ContainerCheck container={container} />
        </div>
      )}
    </div>
  )
}
