'use client'
import { Button } from '@mantine/core'
import { Disclosure } from '@/components/ui/Disclosure'
import { Icon, type IconName } from '@/components/ui/Icon'
import { useNetwork } from '@/hooks/useNetwork'
import type { RunCheck, RunLevel } from '@/lib/compute/runCheck'
import { summariseChecks } from '@/lib/compute/summariseChecks'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import { describeCheck } from './describeCheck'
import classes from './RunChecklist.module.css'
import { type FixProps, RunFixAction } from './RunFixAction'

const marks: Record<RunLevel, IconName> = { green: 'check', amber: 'warning', red: 'cross', unknown: 'minus' }

export type RunChecklistProps = {
  checks: readonly RunCheck[]
} & FixProps

/** "Will it run?": what is not in order first, each line with its fix; what is in order on demand. */
export function RunChecklist({ checks, ...props }: RunChecklistProps) {
  const words = useMessages()
  const list = words.compute.checks
  const level = summariseChecks(checks)
  const unanswered = checks.some(({ id, finding }) => id === 'verdict' && finding === 'unanswered')
  const open = checks.filter((check) => check.level !== 'green')
  const fine = checks.filter((check) => check.level === 'green')
  // One button for all that only asking again helps against.
  const asking = open.filter(({ fix }) => fix === 'retry').length > 1
  const item = (check: RunCheck) => (
    <Line
      key={`${check.id} ${check.finding}`}
      check={asking && check.fix === 'retry' ? { ...check, fix: undefined } : check}
      {...props}
    />
  )
  return (
    <div className={classes.box}>
      <p className={classes.summary} role="status">
        <span className={classes.mark} data-level={level}>
          <Icon name={marks[level]} size={13} />
        </span>
        {list.summary[level === 'unknown' && unanswered ? 'unanswered' : level]}
      </p>
      {asking ? (
        <div className={classes.again}>
          <Button size="xs" variant="default" onClick={props.onRetry}>
            {list.again}
          </Button>
        </div>
      ) : null}
      {open.length > 0 ? <ul className={classes.list}>{open.map(item)}</ul> : null}
      {fine.length > 0 ? (
        <Disclosure quiet label={list.inPlace(fine.length)}>
          <ul className={classes.list}>{fine.map(item)}</ul>
        </Disclosure>
      ) : null}
    </div>
  )
}

function Line({ check, ...props }: { check: RunCheck } & FixProps) {
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
        {describeCheck(check, { words, networkName: name, describe, now: Math.floor(Date.now() / 1000) })}
        <RunFixAction check={check} {...props} />
      </div>
    </li>
  )
}
