'use client'
import { useMessages } from '@/lib/messages/useMessages'
import { AddressList } from './AddressList'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import { TimeoutSelect } from './TimeoutSelect'

/** How long an order lasts and who may use it. */
export function AccessFields({ form, change, problems }: AssetPartProps) {
  const words = useMessages().publish.access
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.title}</legend>
      <TimeoutSelect value={form.timeout} onChange={(timeout) => change({ timeout: timeout ?? form.timeout })} />
      <AddressList
        label={words.allow}
        hint={words.allowHint}
        value={form.allow}
        problem={problems.allow}
        onChange={(allow) => change({ allow })}
      />
      <AddressList
        label={words.deny}
        hint={words.denyHint}
        value={form.deny}
        problem={problems.deny}
        onChange={(deny) => change({ deny })}
      />
    </fieldset>
  )
}
