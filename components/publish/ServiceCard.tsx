'use client'
import { ActionIcon, Switch, TextInput } from '@mantine/core'
import { Badge } from '@/components/ui/Badge'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import { FileFields } from './FileFields'
import type { ServiceProblems } from './model/checkForm'
import { type AssetForm, emptyFileForm, type ServiceForm } from './model/form'
import { TimeoutSelect } from './TimeoutSelect'
import { useSay } from './useSay'

type ServiceCardProps = {
  position: number
  form: AssetForm
  service: ServiceForm
  problems: ServiceProblems | undefined
  onChange(service: ServiceForm): void
  onRemove(): void
}

/** One service of an asset. */
export function ServiceCard({ position, form, service, problems, onChange, onRemove }: ServiceCardProps) {
  const { services: words } = useMessages().publish
  const say = useSay()
  const title = words.kinds[form.type][service.type]
  return (
    <section className={classes.card} aria-label={words.named(position, title)}>
      <div className={classes.cardHead}>
        <Badge tone={service.type === 'compute' ? 'accent' : 'neutral'}>{title}</Badge>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words.remove(position)}
          title={words.remove(position)}
          onClick={onRemove}
        >
          <Icon name="cross" />
        </ActionIcon>
      </div>
      <p className={classes.hint}>{words.meanings[form.type][service.type]}</p>
      <div className={classes.pair}>
        <TextInput
          label={words.name}
          placeholder={words.defaults[service.type]}
          value={service.name}
          error={say(problems?.name)}
          onChange={(event) => onChange({ ...service, name: event.currentTarget.value })}
        />
        <TimeoutSelect
          value={service.timeout}
          standard={words.sameTimeout}
          onChange={(timeout) => onChange({ ...service, timeout })}
        />
      </div>
      <Switch
        label={words.ownFile}
        description={words.ownFileHint}
        checked={service.file !== undefined}
        onChange={(event) => onChange({ ...service, file: event.currentTarget.checked ? emptyFileForm() : undefined })}
      />
      {service.file ? (
        <FileFields
          label={words.file}
          file={service.file}
          problems={problems?.file}
          onChange={(file) => onChange({ ...service, file })}
        />
      ) : null}
    </section>
  )
}
