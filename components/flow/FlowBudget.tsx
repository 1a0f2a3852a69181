'use client'
import { ConfirmationBudget } from '@/components/ui/ConfirmationBudget'
import type { FlowStep } from '@/hooks/flowStore'
import { useMessages } from '@/lib/messages/useMessages'
import type { Confirmation } from '@/lib/ocean'

export type FlowBudgetProps = {
  confirmations: readonly Confirmation[]
  /** Steps of a run, to tick off what is confirmed. */
  steps?: readonly FlowStep[] | undefined
  /** Writes an amount of a token; by default 18 decimals without a symbol. */
  formatToken?: ((token: NonNullable<Confirmation['token']>) => string) | undefined
}

/** Every prompt of a flow with purpose, amount and gas, before the first one. */
export function FlowBudget({ confirmations, steps = [], formatToken }: FlowBudgetProps) {
  const { common } = useMessages()
  const { budget } = common
  const format = formatToken ?? (({ amount }) => common.tokens(amount))
  return (
    <ConfirmationBudget
      title={budget.title(confirmations.length)}
      lead={confirmations.length === 0 ? budget.none : budget.lead}
      items={confirmations.map((confirmation, index) => ({
        id: `${confirmation.step} ${index}`,
        kind: confirmation.kind,
        kindLabel: budget[confirmation.kind],
        label: budget.purposes[confirmation.purpose],
        facts: [
          ...(isName(confirmation.subject) ? [confirmation.subject] : []),
          ...(confirmation.token
            ? [
                confirmation.spender
                  ? budget.approves(format(confirmation.token), shorten(confirmation.spender))
                  : budget.moves(format(confirmation.token)),
              ]
            : []),
          ...(confirmation.kind === 'signature' ? [budget.freeToSign] : []),
          ...(confirmation.gas ? [budget.gas(common.number(confirmation.gas))] : []),
        ],
        done: steps.some(
          (step) => step.name === confirmation.step && (step.status === 'done' || step.status === 'skipped'),
        ),
      }))}
    />
  )
}

/** Addresses and identifiers say little to people; names do. */
function isName(subject: string | undefined): subject is string {
  return subject !== undefined && !/^(0x|did:)/.test(subject)
}

function shorten(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`
}
