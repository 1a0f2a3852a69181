'use client'
import { Button, type ButtonProps } from '@mantine/core'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type LinkButtonProps = ButtonProps & {
  href: Route
  children: ReactNode
  prefetch?: boolean
  title?: string
  'aria-label'?: string
}

/** A link that looks like a button. */
export function LinkButton({ href, children, ...rest }: LinkButtonProps) {
  return (
    <Button component={Link} href={href} {...rest}>
      {children}
    </Button>
  )
}
