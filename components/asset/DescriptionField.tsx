'use client'
import { SegmentedControl, Textarea } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './DescriptionField.module.css'

const Markdown = dynamic(() => import('./Markdown').then((module) => module.Markdown))

export type DescriptionFieldProps = {
  value: string
  error: string | undefined
  required?: boolean
  onChange(value: string): void
}

/** A description in Markdown, and how others will see it. */
export function DescriptionField({ value, error, required = false, onChange }: DescriptionFieldProps) {
  const { edit: words } = useMessages().asset
  const [view, setView] = useState<'write' | 'preview'>('write')
  const labelId = useId()
  return (
    <div className={classes.field}>
      {view === 'write' ? (
        <Textarea
          label={words.description}
          description={words.descriptionHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          required={required}
          autosize
          minRows={3}
          maxRows={16}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <section className={classes.preview} aria-labelledby={labelId}>
          <p className={classes.label} id={labelId}>
            {words.preview}
          </p>
          <div className={classes.sheet}>
            {value.trim() === '' ? <p className={classes.empty}>{words.previewEmpty}</p> : <Markdown text={value} />}
          </div>
        </section>
      )}
      <SegmentedControl
        className={classes.switch}
        size="xs"
        aria-label={words.descriptionView}
        value={view}
        onChange={(next) => setView(next === 'preview' ? 'preview' : 'write')}
        data={[
          { value: 'write', label: words.write },
          { value: 'preview', label: words.preview },
        ]}
      />
    </div>
  )
}
