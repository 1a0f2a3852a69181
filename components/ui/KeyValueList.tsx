import type { ReactNode } from 'react'
import classes from './KeyValueList.module.css'

/** Facts: a name and a value each. */
export function KeyValueList({ items }: { items: readonly { label: ReactNode; value: ReactNode; id?: string }[] }) {
  return (
    <dl className={classes.list}>
      {items.map(({ label, value, id }, index) => (
        <div className={classes.row} key={id ?? (typeof label === 'string' ? label : index)}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
