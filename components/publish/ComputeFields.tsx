'use client'
import { Switch } from '@mantine/core'
import { useMessages } from '@/lib/messages/useMessages'
import { AddressList } from './AddressList'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import type { ComputeForm } from './model/form'

/** What may run on a dataset. */
export function ComputeFields({ form, change, problems, withAlgorithm }: AssetPartProps & { withAlgorithm: boolean }) {
  const words = useMessages().publish.compute
  const set = (next: Partial<ComputeForm>) => change({ compute: { ...form.compute, ...next } })
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.title}</legend>
      {withAlgorithm ? <p className={classes.hint}>{words.withAlgorithm}</p> : null}
      <AddressList
        label={words.trustedAlgorithms}
        hint={words.trustedAlgorithmsHint}
        value={form.compute.trustedAlgorithms}
        problem={problems.trustedAlgorithms}
        onChange={(trustedAlgorithms) => set({ trustedAlgorithms })}
      />
      <AddressList
        label={words.trustedPublishers}
        hint={words.trustedPublishersHint}
        value={form.compute.trustedPublishers}
        problem={problems.trustedPublishers}
        onChange={(trustedPublishers) => set({ trustedPublishers })}
      />
      <Switch
        label={words.allowRawAlgorithm}
        description={words.allowRawAlgorithmHint}
        checked={form.compute.allowRawAlgorithm}
        onChange={(event) => set({ allowRawAlgorithm: event.currentTarget.checked })}
      />
      <Switch
        label={words.allowNetworkAccess}
        description={words.allowNetworkAccessHint}
        checked={form.compute.allowNetworkAccess}
        onChange={(event) => set({ allowNetworkAccess: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
