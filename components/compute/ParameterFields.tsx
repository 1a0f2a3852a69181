'use client'
import { NativeSelect, Switch, TextInput } from '@mantine/core'
import type { ParameterField, ParameterProblem } from '@/lib/compute/consumerParameters'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './EnvironmentPicker.module.css'

export type ParameterFieldsProps = {
  legend: string
  fields: readonly ParameterField[]
  texts: Readonly<Record<string, string>>
  problems: Readonly<Record<string, ParameterProblem>>
  onChange(name: string, text: string): void
}

/** The questions a publisher asks whoever runs the service. */
export function ParameterFields({ legend, fields, texts, problems, onChange }: ParameterFieldsProps) {
  const { parameters: words } = useMessages().compute
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.list}>
        {fields.map((field) => {
          const { name, type, label, description, required, options } = field
          const problem = problems[name]
          const common = {
            label,
            description: description || undefined,
            required,
            error: problem ? words.problems[problem] : undefined,
          }
          const value = texts[name] ?? ''
          if (type === 'boolean')
            return (
              <Switch
                key={name}
                label={label}
                description={description || undefined}
                checked={value === 'true'}
                onChange={(event) => onChange(name, String(event.currentTarget.checked))}
              />
            )
          if (type === 'select')
            return (
              <NativeSelect
                key={name}
                {...common}
                value={value}
                data={[{ value: '', label: words.choose }, ...options]}
                onChange={(event) => onChange(name, event.currentTarget.value)}
              />
            )
          return (
            <TextInput
              key={name}
              {...common}
              inputMode={type === 'number' ? 'decimal' : undefined}
              value={value}
              onChange={(event) => onChange(name, event.currentTarget.value)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
