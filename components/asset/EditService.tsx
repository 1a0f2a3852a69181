'use client'
import { Switch, TextInput } from '@mantine/core'
import { FileFields } from '@/components/publish/FileFields'
import { emptyFileForm, type FileForm } from '@/components/publish/model/form'
import { TimeoutSelect } from '@/components/publish/TimeoutSelect'
import { useSay } from '@/components/publish/useSay'
import { Badge } from '@/components/ui/Badge'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset, Service } from '@/lib/ocean'
import classes from './EditService.module.css'
import type { ServiceEdit, ServiceEditProblems } from './serviceEdit'

type EditServiceProps = {
  position: number
  type: Asset['metadata']['type']
  service: Service
  edit: ServiceEdit
  problems: ServiceEditProblems | undefined
  onChange(edit: ServiceEdit): void
}

/** One service of a published asset. */
export function EditService({ position, type, service, edit, problems, onChange }: EditServiceProps) {
  const { publish, asset } = useMessages()
  const words = asset.edit
  const say = useSay()
  const title = publish.services.kinds[type][service.type]
  const options = { ...service.compute, ...edit }
  return (
    <section className={classes.card} aria-label={publish.services.named(position, title)}>
      <div>
        <Badge tone={service.type === 'compute' ? 'accent' : 'neutral'}>{title}</Badge>
      </div>
      <div className={classes.pair}>
        <TextInput
          label={publish.services.name}
          required
          value={edit.name ?? service.name ?? ''}
          error={say(problems?.name)}
          onChange={(event) => onChange({ ...edit, name: event.currentTarget.value })}
        />
        <TimeoutSelect
          value={edit.timeout ?? service.timeout}
          onChange={(timeout) => onChange({ ...edit, timeout: timeout ?? service.timeout })}
        />
      </div>
      {service.compute && type === 'dataset' ? (
        <>
          <Switch
            label={words.allowRaw}
            description={words.allowRawHint}
            checked={options.allowRawAlgorithm ?? false}
            onChange={(event) => onChange({ ...edit, allowRawAlgorithm: event.currentTarget.checked })}
          />
          <Switch
            label={words.allowNetwork}
            description={words.allowNetworkHint}
            checked={options.allowNetworkAccess ?? false}
            onChange={(event) => onChange({ ...edit, allowNetworkAccess: event.currentTarget.checked })}
          />
        </>
      ) : null}
      <Switch
        label={words.replaceFile}
        description={words.replaceFileHint}
        checked={edit.file !== undefined}
        onChange={(event) => onChange({ ...edit, file: event.currentTarget.checked ? emptyFileForm() : undefined })}
      />
      {edit.file ? (
        <>
          <FileFields
            label={words.newFile}
            file={edit.file as FileForm}
            problems={problems?.file}
            providerUrl={service.serviceEndpoint}
            onChange={(file) => onChange({ ...edit, file })}
          />
          {type === 'algorithm' ? <Notice tone="warn" title={words.fileDrift} /> : null}
        </>
      ) : null}
    </section>
  )
}
