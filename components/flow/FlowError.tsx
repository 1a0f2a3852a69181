'use client'
import type { ReactNode } from 'react'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'

export type FlowErrorProps = {
  error: unknown
  actions?: ReactNode /** False for reads, where money is out of the question. */
  money?: boolean
}

/** An error in people's words, with the raw text on demand. A declined prompt looks calm. */
export function FlowError({ error, actions, money = true }: FlowErrorProps) {
  const { errors } = useMessages()
  const described = describeError(error, errors)
  return (
    <ErrorNotice
      tone={described.rejected ? 'warn' : 'danger'}
      title={described.title}
      detail={described.detail}
      spent={money ? errors.spent[described.spent] : undefined}
      raw={described.rejected ? undefined : described.raw}
      actions={actions}
    />
  )
}
