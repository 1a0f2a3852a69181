'use client'
import { TagsInput, TextInput } from '@mantine/core'
import { DescriptionField } from '@/components/asset/DescriptionField'
import { Disclosure } from '@/components/ui/Disclosure'
import { useMessages } from '@/lib/messages/useMessages'
import { AccessFields } from './AccessFields'
import { ComputeFields } from './ComputeFields'
import { ContainerFields } from './ContainerFields'
import classes from './Fields.module.css'
import { FileFields } from './FileFields'
import type { AssetPartProps } from './fieldTypes'
import { countProblems } from './model/countProblems'
import { ParameterFields } from './ParameterFields'
import { PricingFields } from './PricingFields'
import { ServiceFields } from './ServiceFields'
import { useSay } from './useSay'

/** One asset: three fields that are needed, and the rest under "Details". */
export function AssetFields(props: AssetPartProps & { withAlgorithm: boolean }) {
  const { form, change, problems } = props
  const { publish: words } = useMessages()
  const say = useSay()
  const computable = form.services.some(({ type }) => type === 'compute')
  return (
    <div className={classes.fields}>
      <TextInput
        label={words.fields.name}
        required
        value={form.name}
        error={say(problems.name)}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <DescriptionField
        required
        value={form.description}
        error={say(problems.description)}
        onChange={(description) => change({ description })}
      />
      <FileFields
        label={words.file.label[form.type]}
        file={form.file}
        problems={problems.file}
        onChange={(file) => change({ file })}
      />
      {form.type === 'algorithm' ? <ContainerFields {...props} /> : null}
      <Disclosure label={words.fields.details} hint={words.fields.detailsHint} open={hasHiddenProblem(props)}>
        <div className={classes.pair}>
          <TextInput
            label={words.fields.author}
            description={words.fields.authorHint}
            value={form.author}
            error={say(problems.author)}
            onChange={(event) => change({ author: event.currentTarget.value })}
          />
          <TextInput
            label={words.fields.license}
            description={words.fields.licenseHint}
            value={form.license}
            error={say(problems.license)}
            onChange={(event) => change({ license: event.currentTarget.value })}
          />
        </div>
        <TagsInput
          label={words.fields.tags}
          description={words.fields.tagsHint}
          value={form.tags}
          error={say(problems.tags)}
          onChange={(tags) => change({ tags })}
        />
        <TagsInput
          label={words.fields.links}
          description={words.fields.linksHint}
          value={form.links}
          error={say(problems.links)}
          onChange={(links) => change({ links })}
        />
        <PricingFields {...props} />
        <AccessFields {...props} />
        {form.type === 'dataset' && computable ? <ComputeFields {...props} /> : null}
        <ServiceFields {...props} />
        <ParameterFields {...props} />
      </Disclosure>
    </div>
  )
}

/** Problems of fields that are always in sight do not open the details. */
function hasHiddenProblem({ problems }: AssetPartProps): boolean | undefined {
  const visible = ['name', 'description', 'file', 'image', 'tag', 'entrypoint', 'checksum']
  const hidden = Object.entries(problems).filter(([field]) => !visible.includes(field))
  return countProblems(Object.fromEntries(hidden)) > 0 || undefined
}
