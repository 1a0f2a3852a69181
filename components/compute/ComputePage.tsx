'use client'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { useAsset } from '@/components/asset/useAsset'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { getComputeService } from '@/lib/asset/getComputeService'
import { formatLaunchLink, type LaunchLink } from '@/lib/compute/formatLaunchLink'
import { parseLaunchLink } from '@/lib/compute/parseLaunchLink'
import { useMessages } from '@/lib/messages/useMessages'
import { type FlowChoice, parseEarlierJob, parseFlowChoice, routes } from '@/lib/routes'
import classes from './ComputePage.module.css'
import { EarlierJobNotice } from './EarlierJobNotice'
import { LaunchCheck } from './LaunchCheck'
import { LaunchOptions } from './LaunchOptions'
import { LaunchSide } from './LaunchSide'
import { LaunchStart } from './LaunchStart'
import { useEarlierJob } from './useEarlierJob'
import { useLaunch } from './useLaunch'

/** Step 5: what runs on what, where, whether it will, and the start. */
export function ComputePage() {
  const { compute: words } = useMessages()
  const router = useRouter()
  const parameters = useSearchParams()
  const choice = parseFlowChoice(parameters)
  const reference = parseEarlierJob(parameters)
  const dataset = useAsset(choice.dataset)
  const algorithm = useAsset(choice.algorithm)
  const like = useEarlierJob(reference, dataset.data && getComputeService(dataset.data)?.serviceEndpoint)
  const link = parseLaunchLink(parameters)
  const launch = useLaunch(dataset.data, algorithm.data, {
    earlier: reference
      ? like.earlier?.facts
      : { ...link, dataset: link.dataset, algorithm: link.algorithm, environment: link.environment },
    start: reference?.like ?? toStart(link),
  })
  const choose = (change: FlowChoice) => {
    const next = { ...choice, ...change }
    router.push(reference ? routes.computeLike({ ...next, ...reference }) : routes.compute(next), { scroll: false })
  }
  return (
    <Page width="wide">
      <PageHeader title={words.title} lead={words.lead} />
      {reference ? <EarlierJobNotice {...like} launch={launch} /> : null}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={words.what}>
            <LaunchSide
              type="dataset"
              did={choice.dataset}
              query={dataset}
              other={algorithm.data}
              onChoose={(did) => choose({ dataset: did })}
            />
            <LaunchSide
              type="algorithm"
              did={choice.algorithm}
              query={algorithm}
              other={dataset.data}
              onChoose={(did) => choose({ algorithm: did })}
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

/** What a link says beyond the pair: the same link opened again is the same beginning. */
function toStart(link: LaunchLink): string {
  return formatLaunchLink({ ...link, dataset: undefined, algorithm: undefined }).slice('/compute'.length)
}
