'use client'
import { NativeSelect, TagsInput } from '@mantine/core'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import { timeouts } from './model/form'

/** How long an order lasts and who may use it. */
export function AccessFields({ form, change, problems }: AssetPartProps) {
  const { publish } = useMessages()
  const words = publish.access
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.title}</legend>
      <NativeSelect
        label={words.timeout}
        value={String(form.timeout)}
        data={timeouts.map((seconds) => ({
          value: String(seconds),
          label: words.timeouts[seconds] ?? String(seconds),
        }))}
        onChange={(event) => change({ timeout: Number(event.currentTarget.value) })}
      />
      <TagsInput
        className={classes.mono}
        label={words.allow}
        description={words.allowHint}
        value={form.allow}
        error={problems.allow && publish.problems[problems.allow]}
        onChange={(allow) => change({ allow })}
      />
      <TagsInput
        className={classes.mono}
        label={words.deny}
        description={words.denyHint}
        value={form.deny}
        error={problems.deny && publish.problems[problems.deny]}
        onChange={(deny) => change({ deny })}
      />
    </fieldset>
  )
}
