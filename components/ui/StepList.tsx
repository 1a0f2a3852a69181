'use client'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import classes from './StepList.module.css'
import { useUiWords } from './UiWords'
import { useNow } from './useNow'

export type StepState = 'waiting' | 'working' | 'signing' | 'mining' | 'done' | 'skipped' | 'dropped' | 'failed'

export type StepListItem = {
  id: string
  label: string
  state: StepState
  /** Milliseconds since the epoch at which the state began. */
  since?: number | undefined
  /** A line under the label: which confirmation, which transaction. */
  note?: ReactNode
  /** Shown below while this is the step people look at, such as an error. */
  below?: ReactNode
}

/** What is done, what is being done, and what is still to come. */
export function StepList({ label, items }: { label: string; items: readonly StepListItem[] }) {
  const words = useUiWords()
  const active = items.find((item) => ['working', 'signing', 'mining'].includes(item.state))
  return (
    <div>
      <p role="status" className="oc-hidden">
        {active ? `${active.label}: ${words.steps[active.state]}` : ''}
      </p>
      <ol className={classes.list} aria-label={label}>
        {items.map((item) => (
          <Step key={item.id} item={item} />
        ))}
      </ol>
    </div>
  )
}

function Step({ item }: { item: StepListItem }) {
  const words = useUiWords()
  const now = useNow()
  const active = ['working', 'signing', 'mining'].includes(item.state)
  const elapsed = active && item.since && now ? Math.floor((now - item.since) / 1_000) : 0
  return (
    <li className={classes.item} data-state={item.state} aria-current={active ? 'step' : undefined}>
      <span className={classes.marker}>
        {item.state === 'done' || item.state === 'skipped' ? <Icon name="check" size={14} /> : null}
        {item.state === 'failed' || item.state === 'dropped' ? <Icon name="cross" size={14} /> : null}
        {item.state === 'signing' ? <Icon name="pen" size={13} /> : null}
      </span>
      <div className={classes.text}>
        <p className={classes.label}>
          {item.label}
          <span className={classes.state}>
            {words.steps[item.state]}
            {elapsed > 1 ? `, ${words.waiting.since(words.duration(elapsed))}` : ''}
          </span>
        </p>
        {item.note ? <div className={classes.note}>{item.note}</div> : null}
        {item.below}
      </div>
    </li>
  )
}
