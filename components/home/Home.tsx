'use client'
import type { ReactNode } from 'react'
import { Page } from '@/components/ui/Page'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Home.module.css'
import { LatestAssets } from './LatestAssets'
import { LatestJobs } from './LatestJobs'
import { NetworkState } from './NetworkState'
import { Roles } from './Roles'

const steps = ['publish', 'allow', 'acquire', 'compute', 'monitor'] as const

/** What this is, who may start where, and what is going on. */
export function Home({ figure }: { figure: ReactNode }) {
  const { home, common } = useMessages()
  return (
    <>
      <section className={classes.hero}>
        <div className={classes.heroInner}>
          <div className={classes.heroText}>
            <h1 className={classes.title}>{home.title}</h1>
            <p className={classes.lead}>{home.lead}</p>
            <Roles />
          </div>
          <div className={classes.figure}>{figure}</div>
        </div>
      </section>
      <Page>
        <section aria-labelledby="how">
          <h2 id="how" className={classes.heading}>
            {home.steps.title}
          </h2>
          <ol className={classes.steps}>
            {steps.map((step, index) => (
              <li key={step} className={classes.step}>
                <span className={classes.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span className={classes.stepName}>{common.flow[step]}</span>
                <span className={classes.stepText}>{home.steps[step]}</span>
              </li>
            ))}
          </ol>
        </section>
        <div className={classes.columns}>
          <LatestAssets />
          <div className={classes.side}>
            <LatestJobs />
            <NetworkState />
          </div>
        </div>
      </Page>
    </>
  )
}
