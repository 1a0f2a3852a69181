import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'
import { Icon, type IconName } from './Icon'

/** Nothing is here, and that is known: what to do about it. */
export function EmptyState({
  title,
  children,
  action,
  icon = 'info',
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  icon?: IconName
}) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>
        <Icon name={icon} size={22} />
      </span>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  )
}
