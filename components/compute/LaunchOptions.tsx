'use client'
import { Button, NativeSelect } from '@mantine/core'
import { Notice } from '@/components/ui/Notice'
import { getValidityChoices, longestValidity } from '@/lib/compute/validity'
import { useMessages } from '@/lib/messages/useMessages'
import { EnvironmentPicker } from './EnvironmentPicker'
import classes from './EnvironmentPicker.module.css'
import { ParameterFields } from './ParameterFields'
import type { Launch } from './useLaunch'

/** Where the job runs, for how long it is paid, and what it is told. */
export function LaunchOptions({ launch }: { launch: Launch }) {
  const { compute, common } = useMessages()
  const { environment, providerUrl, parameters, duration, setDuration } = launch
  if (providerUrl === undefined) return null
  const choices = environment ? getValidityChoices(environment) : []
  return (
    <>
      {launch.restored ? (
        <Notice
          title={compute.edit.restored}
          actions={
            <Button size="xs" variant="default" onClick={launch.discard}>
              {compute.edit.discard}
            </Button>
          }
        >
          {compute.edit.restoredBody}
        </Notice>
      ) : null}
      <EnvironmentPicker
        providerUrl={providerUrl}
        selected={environment?.id}
        onSelect={(id) => {
          launch.setEnvironmentId(id)
        }}
      />
      {environment?.free ? (
        <p className={classes.quiet}>{compute.validity.free(common.duration(longestValidity))}</p>
      ) : null}
      {environment && !environment.free ? (
        <NativeSelect
          label={compute.validity.label}
          description={compute.validity.hint}
          value={String(duration ?? choices[0])}
          data={choices.map((seconds, index) => ({
            value: String(seconds),
            label: index === 0 ? compute.validity.needed(common.duration(seconds)) : common.duration(seconds),
          }))}
          onChange={(event) => {
            const seconds = Number(event.currentTarget.value)
            setDuration(seconds === choices[0] ? undefined : seconds)
          }}
        />
      ) : null}
      {parameters.dataset.fields.length > 0 ? (
        <ParameterFields
          legend={compute.parameters.dataset}
          fields={parameters.dataset.fields}
          texts={parameters.dataset.texts}
          problems={parameters.dataset.problems}
          onChange={parameters.dataset.change}
        />
      ) : null}
      {parameters.algorithm.fields.length > 0 ? (
        <ParameterFields
          legend={compute.parameters.algorithm}
          fields={parameters.algorithm.fields}
          texts={parameters.algorithm.texts}
          problems={parameters.algorithm.problems}
          onChange={parameters.algorithm.change}
        />
      ) : null}
      {launch.changed && !launch.restored ? (
        <div>
          <Button size="xs" variant="subtle" onClick={launch.discard}>
            {compute.edit.discard}
          </Button>
        </div>
      ) : null}
    </>
  )
}
