import classes from './ConfirmationBudget.module.css'
import { Icon } from './Icon'

export type ConfirmationBudgetItem = {
  id: string
  kind: 'transaction' | 'signature'
  kindLabel: string
  label: string
  /** Amount, gas, who pays. */
  facts?: readonly string[]
  done?: boolean
}

/** Every prompt the wallet will show, before the first one. */
export function ConfirmationBudget({
  title,
  lead,
  items,
}: {
  title: string
  lead: string
  items: readonly ConfirmationBudgetItem[]
}) {
  return (
    <section className={classes.budget} aria-label={title}>
      <p className={classes.title}>{title}</p>
      <p className={classes.lead}>{lead}</p>
      {items.length > 0 ? (
        <ol className={classes.list}>
          {items.map((item) => (
            <li key={item.id} className={classes.item} data-done={item.done || undefined}>
              <span className={classes.icon} data-kind={item.kind}>
                <Icon name={item.done ? 'check' : item.kind === 'signature' ? 'pen' : 'block'} size={16} />
              </span>
              <span className={classes.text}>
                <span>{item.label}</span>
                <span className={classes.facts}>{[item.kindLabel, ...(item.facts ?? [])].join(' · ')}</span>
              </span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}
