import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

export type SectionProps = {
  title?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** `plain` has no surface of its own. */
  tone?: 'card' | 'plain'
  id?: string
}

/** A named part of a page. */
export function Section({ title, lead, actions, children, tone = 'card', id }: SectionProps) {
  const headingId = useId()
  return (
    <section className={classes.section} data-tone={tone} aria-labelledby={title ? headingId : undefined} id={id}>
      {title ? (
        <div className={classes.head}>
          <div className={classes.headText}>
            <h2 className={classes.title} id={headingId}>
              {title}
            </h2>
            {lead ? <p className={classes.lead}>{lead}</p> : null}
          </div>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </div>
      ) : null}
      <div className={classes.body}>{children}</div>
    </section>
  )
}
