import type { ReactNode } from 'react'
import classes from './Page.module.css'

/** The column a page lives in. */
export function Page({ children, width = 'normal' }: { children: ReactNode; width?: 'narrow' | 'normal' | 'wide' }) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  )
}
