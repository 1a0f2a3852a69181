'use client'
import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import { AssetFields } from './AssetFields'
import { ExampleMenu } from './ExampleMenu'
import { type ExampleName, exampleNames, fillExample } from './model/examples'
import type { PublishForm } from './model/form'
import { pickTyped } from './model/pickTyped'
import { Published } from './Published'
import classes from './PublishPage.module.css'
import { PublishRun } from './PublishRun'
import { usePublishForm } from './usePublishForm'
import { usePublishRun } from './usePublishRun'

/** Publishes a dataset, an algorithm, or both. */
export function PublishPage() {
  const { publish: words } = useMessages()
  const { form, ready, touched, change, changeAsset, discard } = usePublishForm()
  const run = usePublishRun({ form, change })
  const [tried, setTried] = useState(false)
  const rested = useRested(run.problems)
  const fill = (name: ExampleName, what?: PublishForm['what']) =>
    change((current) => ({
      ...fillExample(name, { origin: window.location.origin, texts: words.examples[name].texts, current }),
      what: what ?? current.what,
    }))
  useExampleOfAddress({ ready, touched, fill })
  const startAgain = () => {
    run.discard()
    discard()
    setTried(false)
  }
  if (run.phase === 'done') return <Published form={form} onAnother={startAgain} />
  return (
    <Page>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={<ExampleMenu disabled={run.locked} onChoose={fill} />}
      />
      <div className={classes.layout}>
        <div className={classes.main}>
          <fieldset className={classes.what} disabled={run.locked}>
            <legend>{words.what.label}</legend>
            <SegmentedControl
              disabled={run.locked}
              aria-label={words.what.label}
              value={form.what}
              onChange={(what) => change({ what: what as PublishForm['what'] })}
              data={(['dataset', 'algorithm', 'both'] as const).map((value) => ({ value, label: words.what[value] }))}
            />
            {form.what === 'both' ? <p className={classes.hint}>{words.what.bothHint}</p> : null}
          </fieldset>
          {run.types.map((type) => (
            <Section key={type} title={words.sections[type]}>
              <fieldset className={classes.plain} disabled={run.locked}>
                <AssetFields
                  form={form[type]}
                  change={(next) => changeAsset(type, next)}
                  problems={tried ? run.problems[type] : pickTyped(run.problems[type], rested[type])}
                  withAlgorithm={form.what === 'both'}
                />
              </fieldset>
            </Section>
          ))}
          {touched && run.phase !== 'running' ? (
            <p className={classes.draft}>
              {words.draft.saved}
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  if (window.confirm(words.draft.discardConfirm)) startAgain()
                }}
              >
                {words.draft.discard}
              </Button>
            </p>
          ) : null}
        </div>
        <div className={classes.side}>
          <PublishRun form={form} change={change} run={run} onTry={() => setTried(true)} tried={tried} />
        </div>
      </div>
    </Page>
  )
}

/** A value as it was when typing last paused. */
function useRested<T>(value: T): T {
  const [text] = useDebouncedValue(JSON.stringify(value), 700)
  return useMemo(() => JSON.parse(text) as T, [text])
}

/** A link such as `/publish?example=branin` fills the form, unless something is typed already. */
function useExampleOfAddress({
  ready,
  touched,
  fill,
}: {
  ready: boolean
  touched: boolean
  fill(name: ExampleName, what: PublishForm['what']): void
}) {
  const example = useSearchParams().get('example')
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!ready || done) return
    setDone(true)
    const name = exampleNames.find((known) => known === example)
    if (name && !touched) fill(name, 'both')
  }, [ready, done, example, touched, fill])
}
