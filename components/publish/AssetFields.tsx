'use client'
import { TagsInput, Textarea, TextInput } from '@mantine/core'
import dynamic from 'next/dynamic'
import { Disclosure } from '@/components/ui/Disclosure'
import { useMessages } from '@/lib/messages/useMessages'
import { AccessFields } from './AccessFields'
import { ComputeFields } from './ComputeFields'
import { ContainerFields } from './ContainerFields'
import classes from './Fields.module.css'
import { FileFields } from './FileFields'
import type { AssetPartProps } from './fieldTypes'
import { ParameterFields } from './ParameterFields'
import { PricingFields } from './PricingFields'

const MarkdownPreview = dynamic(() => import('./MarkdownPreview').then((module) => module.MarkdownPreview))

/** One asset: three fields that are needed, and the rest under "Details". */
export function AssetFields(props: AssetPartProps & { withAlgorithm: boolean }) {
  const { form, change, problems } = props
  const { publish: words } = useMessages()
  const say = (problem: keyof typeof words.problems | undefined) => problem && words.problems[problem]
  return (
    <div className={classes.fields}>
      <TextInput
        label={words.fields.name}
        required
        value={form.name}
        error={say(problems.name)}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={words.fields.description}
        description={words.fields.descriptionHint}
        required
        autosize
        minRows={2}
        maxRows={12}
        value={form.description}
        error={say(problems.description)}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <FileFields {...props} />
      {form.type === 'algorithm' ? <ContainerFields {...props} /> : null}
      <Disclosure label={words.fields.details} hint={words.fields.detailsHint} open={hasHiddenProblem(props)}>
        {form.description ? <MarkdownPreview label={words.fields.preview} text={form.description} /> : null}
        <div className={classes.pair}>
          <TextInput
            label={words.fields.author}
            description={words.fields.authorHint}
            value={form.author}
            onChange={(event) => change({ author: event.currentTarget.value })}
          />
          <TextInput
            label={words.fields.license}
            description={words.fields.licenseHint}
            value={form.license}
            onChange={(event) => change({ license: event.currentTarget.value })}
          />
        </div>
        <TagsInput
          label={words.fields.tags}
          description={words.fields.tagsHint}
          value={form.tags}
          onChange={(tags) => change({ tags })}
        />
        <TagsInput
          label={words.fields.links}
          description={words.fields.linksHint}
          value={form.links}
          error={say(problems.links)}
          onChange={(links) => change({ links })}
        />
        {form.type === 'dataset' ? <ComputeFields {...props} /> : null}
        <AccessFields {...props} />
        <PricingFields {...props} />
        <ParameterFields {...props} />
      </Disclosure>
    </div>
  )
}

/** Problems of fields that are always in sight do not open the details. */
function hasHiddenProblem({ problems }: AssetPartProps): boolean | undefined {
  const visible = ['name', 'description', 'file', 'image', 'tag', 'entrypoint', 'checksum']
  return Object.keys(problems).some((field) => !visible.includes(field)) || undefined
}
