'use client'
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import type { ConsumerParameter } from '@/lib/ocean'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import { formatOptions, parseOptions } from './model/parameterOptions'
import { ParameterPreset } from './ParameterPreset'
import { useSay } from './useSay'

const types = ['text', 'number', 'boolean', 'select'] as const
const blank: ConsumerParameter = { name: '', type: 'text', label: '', required: false, description: '', default: '' }

/** Values people fill in before a job starts. */
export function ParameterFields({ form, change, problems }: AssetPartProps) {
  const words = useMessages().publish.parameters
  const say = useSay()
  const { parameters } = form
  const set = (index: number, next: Partial<ConsumerParameter>) =>
    change({ parameters: parameters.map((each, position) => (position === index ? { ...each, ...next } : each)) })
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.title}</legend>
      <p className={classes.hint}>{form.type === 'dataset' ? words.leadDataset : words.lead}</p>
      {parameters.map((parameter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div className={classes.card} key={index}>
          <div className={classes.pair}>
            <TextInput
              className={classes.mono}
              label={words.name}
              required
              description={words.nameHint}
              value={parameter.name}
              error={say(problems.parameters?.[index]?.name)}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <TextInput
              label={words.label}
              required
              description={words.labelHint}
              value={parameter.label}
              error={say(problems.parameters?.[index]?.label)}
              onChange={(event) => set(index, { label: event.currentTarget.value })}
            />
          </div>
          <div className={classes.pair}>
            <NativeSelect
              label={words.type}
              value={parameter.type}
              data={types.map((value) => ({ value, label: words.types[value] }))}
              onChange={(event) =>
                set(index, { type: event.currentTarget.value as ConsumerParameter['type'], default: '' })
              }
            />
            <ParameterPreset
              parameter={parameter}
              problem={problems.parameters?.[index]?.default}
              onChange={(preset) => set(index, { default: preset })}
            />
          </div>
          {parameter.type === 'select' ? (
            <Textarea
              label={words.options}
              description={words.optionsHint}
              autosize
              minRows={2}
              required
              placeholder={words.optionsPlaceholder}
              defaultValue={formatOptions(parameter.options)}
              error={say(problems.parameters?.[index]?.options)}
              onChange={(event) => set(index, { options: parseOptions(event.currentTarget.value) })}
            />
          ) : null}
          <TextInput
            label={words.description}
            value={parameter.description}
            error={say(problems.parameters?.[index]?.description)}
            onChange={(event) => set(index, { description: event.currentTarget.value })}
          />
          <div className={classes.cardHead}>
            <Checkbox
              label={words.required}
              checked={parameter.required}
              onChange={(event) => set(index, { required: event.currentTarget.checked })}
            />
            <Button
              size="xs"
              variant="default"
              onClick={() => change({ parameters: parameters.filter((_, position) => position !== index) })}
            >
              {words.remove(parameter.name)}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => change({ parameters: [...parameters, blank] })}
        >
          {words.add}
        </Button>
      </div>
    </fieldset>
  )
}
