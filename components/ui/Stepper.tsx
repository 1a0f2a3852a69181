import type { Route } from 'next'
import Link from 'next/link'
import classes from './Stepper.module.css'

export type StepperStep = { id: string; label: string; hint?: string; href: Route }

/** The stations of a wizard, each a page of its own. */
export function Stepper({ label, steps, current }: { label: string; steps: readonly StepperStep[]; current: string }) {
  const position = steps.findIndex((step) => step.id === current)
  return (
    <nav aria-label={label} className={classes.nav}>
      <ol className={classes.list}>
        {steps.map((step, index) => (
          <li key={step.id} className={classes.item} data-before={index < position || undefined}>
            <Link
              href={step.href}
              className={classes.link}
              aria-current={step.id === current ? 'step' : undefined}
              title={step.hint}
            >
              <span className={classes.number} aria-hidden="true">
                {index + 1}
              </span>
              <span className={classes.label}>{step.label}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
