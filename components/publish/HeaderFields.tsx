'use client'
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import type { HeaderProblems } from './model/checkHeaders'
import type { FileForm } from './model/form'
import { useSay } from './useSay'

export type HeaderFieldsProps = {
  headers: FileForm['headers']
  problems: readonly HeaderProblems[] | undefined
  onChange(headers: FileForm['headers']): void
}

/** Headers the Provider sends when it fetches the file. */
export function HeaderFields({ headers, problems, onChange }: HeaderFieldsProps) {
  const words = useMessages().publish.file
  const say = useSay()
  const set = (index: number, next: Partial<FileForm['headers'][number]>) =>
    onChange(headers.map((header, position) => (position === index ? { ...header, ...next } : header)))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.headers}</legend>
      <p className={classes.hint}>{words.headersHint}</p>
      {headers.map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div className={classes.row} key={index}>
          <TextInput
            label={words.headerName}
            value={header.name}
            error={say(problems?.[index]?.name)}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <TextInput
            className={classes.grow}
            label={words.headerValue}
            value={header.value}
            error={say(problems?.[index]?.value)}
            onChange={(event) => set(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.removeHeader(header.name)}
            onClick={() => onChange(headers.filter((_, position) => position !== index))}
          >
            <Icon name="cross" />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => onChange([...headers, { name: '', value: '' }])}
        >
          {words.addHeader}
        </Button>
      </div>
    </fieldset>
  )
}
