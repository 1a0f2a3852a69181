'use client'
import { Button } from '@mantine/core'
import { useSwitchChain } from 'wagmi'
import { CopyableText } from '@/components/ui/CopyableText'
import { Disclosure } from '@/components/ui/Disclosure'
import { Icon, type IconName } from '@/components/ui/Icon'
import { LinkButton } from '@/components/ui/LinkButton'
import { useConnectWallet } from '@/hooks/useConnectWallet'
import { useNetwork } from '@/hooks/useNetwork'
import type { RunCheck, RunFacts, RunLevel } from '@/lib/compute/runCheck'
import { summariseChecks } from '@/lib/compute/summariseChecks'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import { describeCheck } from './describeCheck'
import classes from './RunChecklist.module.css'

const marks: Record<RunLevel, IconName> = { green: 'check', amber: 'warning', red: 'cross', unknown: 'minus' }

export type RunChecklistProps = {
  checks: readonly RunCheck[]
  facts: RunFacts
  onRetry(): void
}

/** "Will it run?": what is not in order first, each line with its fix; what is in order on demand. */
export function RunChecklist({ checks, facts, onRetry }: RunChecklistProps) {
  const words = useMessages()
  const list = words.compute.checks
  const level = summariseChecks(checks)
  const open = checks.filter((check) => check.level !== 'green')
  const fine = checks.filter((check) => check.level === 'green')
  const item = (check: RunCheck) => <Line key={check.id} check={check} facts={facts} onRetry={onRetry} />
  return (
    <div className={classes.box}>
      <p className={classes.summary} role="status">
        <span className={classes.mark} data-level={level}>
          <Icon name={marks[level]} size={13} />
        </span>
        {list.summary[level]}
      </p>
      {open.length > 0 ? <ul className={classes.list}>{open.map(item)}</ul> : null}
      {fine.length > 0 ? (
        <Disclosure quiet label={list.inPlace(fine.length)} open={open.length === 0 ? undefined : false}>
          <ul className={classes.list}>{fine.map(item)}</ul>
        </Disclosure>
      ) : null}
    </div>
  )
}

function Line({ check, facts, onRetry }: { check: RunCheck; facts: RunFacts; onRetry(): void }) {
  const words = useMessages()
  const list = words.compute.checks
  const { name } = useNetwork()
  const describe = (error: Error) => {
    const { title, detail } = describeError(error, words.errors)
    return `${title}. ${detail}`
  }
  return (
    <li className={classes.item}>
      <span className={classes.mark} data-level={check.level}>
        <Icon name={marks[check.level]} size={13} />
        <span className="oc-hidden">{list.levels[check.level]}</span>
      </span>
      <span className={classes.label}>{list[check.id].label}</span>
      <div className={classes.text}>
        {describeCheck(check, { words, networkName: name, describe })}
        <Fix check={check} facts={facts} onRetry={onRetry} />
      </div>
    </li>
  )
}

function Fix({ check, facts, onRetry }: { check: RunCheck; facts: RunFacts; onRetry(): void }) {
  const words = useMessages()
  const { fixes } = words.compute.checks
  const { chainId, name } = useNetwork()
  const connect = useConnectWallet()
  const { switchChain } = useSwitchChain()
  const { dataset, algorithm } = facts
  switch (check.fix) {
    case undefined:
    case 'publishElsewhere':
      return null
    case 'connect':
      return (
        <div className={classes.fix}>
          <Button size="xs" onClick={connect}>
            {fixes.connect}
          </Button>
        </div>
      )
    case 'switchChain':
      return (
        <div className={classes.fix}>
          <Button size="xs" onClick={() => switchChain({ chainId })}>
            {fixes.switchChain(name)}
          </Button>
        </div>
      )
    case 'allow':
      return (
        <div className={classes.fix}>
          <LinkButton size="xs" href={routes.allow({ dataset: dataset.id, algorithm: algorithm.id })}>
            {fixes.allow}
          </LinkButton>
        </div>
      )
    case 'askOwner': {
      const { owner } = (check.id === 'algorithmFile' ? algorithm : dataset).nft
      return (
        <div className={classes.fix}>
          {fixes.askOwner} <CopyableText value={owner} label={words.asset.page.owner} />
        </div>
      )
    }
    case 'acquire':
      return (
        <div className={classes.fix}>
          <LinkButton size="xs" href={routes.acquire({ dataset: dataset.id, algorithm: algorithm.id })}>
            {fixes.acquire}
          </LinkButton>
        </div>
      )
    case 'chooseEnvironment':
      return <div className={classes.fix}>{fixes.chooseEnvironment}</div>
    case 'retry':
      return (
        <div className={classes.fix}>
          <Button size="xs" variant="default" onClick={onRetry}>
            {fixes.retry}
          </Button>
        </div>
      )
  }
}
