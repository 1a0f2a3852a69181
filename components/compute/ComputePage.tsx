'use client'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { useAsset } from '@/components/asset/useAsset'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import { parseFlowChoice, routes } from '@/lib/routes'
import classes from './ComputePage.module.css'
import { LaunchCheck } from './LaunchCheck'
import { LaunchOptions } from './LaunchOptions'
import { LaunchSide } from './LaunchSide'
import { LaunchStart } from './LaunchStart'
import { useLaunch } from './useLaunch'

/** Step 5: what runs on what, where, whether it will, and the start. */
export function ComputePage() {
  const { compute: words } = useMessages()
  const router = useRouter()
  const choice = parseFlowChoice(useSearchParams())
  const dataset = useAsset(choice.dataset)
  const algorithm = useAsset(choice.algorithm)
  const launch = useLaunch(dataset.data, algorithm.data)
  return (
    <Page width="wide">
      <PageHeader title={words.title} lead={words.lead} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={words.what}>
            <LaunchSide
              type="dataset"
              did={choice.dataset}
              query={dataset}
              other={algorithm.data}
              onChoose={(did) => router.push(routes.compute({ ...choice, dataset: did }), { scroll: false })}
            />
            <LaunchSide
              type="algorithm"
              did={choice.algorithm}
              query={algorithm}
              other={dataset.data}
              onChoose={(did) => router.push(routes.compute({ ...choice, algorithm: did }), { scroll: false })}
            />
          </Section>
          {launch.providerUrl === undefined ? null : (
            <Section title={words.environment.title}>
              <LaunchOptions launch={launch} />
            </Section>
          )}
        </div>
        <div className={classes.column}>
          <Section title={words.checks.title}>
            <LaunchCheck launch={launch} />
          </Section>
          {launch.draft ? (
            <Section title={words.start.title}>
              <LaunchStart
                launch={launch}
                onStarted={({ jobId, owner }) => router.push(`${routes.job(jobId)}?owner=${owner}` as Route)}
              />
            </Section>
          ) : null}
        </div>
      </div>
    </Page>
  )
}
