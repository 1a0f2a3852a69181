'use client'
import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Address } from 'viem'
import { CopyAsCode } from '@/components/compute/CopyAsCode'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowError } from '@/components/flow/FlowError'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { useFlow } from '@/hooks/useFlow'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildAcquireCode } from '@/lib/code/buildAcquireCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type AcquireDraft, acquire, planAcquire } from '@/lib/ocean'
import { tokenBalanceQueryOptions } from '@/lib/queries/tokenBalanceQueryOptions'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'
import classes from './TokenCard.module.css'

type OfferProps = {
  draft: AcquireDraft
  action: string
  label: string
  token?: Address | undefined
  disabled?: boolean
}

/** One way to get a token: what the wallet will ask, the button, and how far it is. */
export function Offer({ draft, action, label, token, disabled = false }: OfferProps) {
  const { acquire: words, common } = useMessages()
  const client = useOceanClient()
  const network = useNetwork()
  const queryClient = useQueryClient()
  const base = useQuery({ ...tokenQueryOptions(client, token ?? '0x'), enabled: token !== undefined })
  const account = client.walletClient?.account?.address
  const plan = useQuery({
    queryKey: ['ocean', client.network.chainId, 'planAcquire', { draft: JSON.parse(stringify(draft)), account }],
    queryFn: () => planAcquire(client, { draft }),
    enabled: !disabled,
  })
  const flow = useFlow({
    name: 'acquire',
    input: draft,
    start: (present, options) => acquire(present, { draft, ...options }),
  })
  const waiting = !disabled && plan.isFetching && plan.data === undefined
  const reason = useId()
  const run = async () => {
    const result = await flow.run()
    if (result === undefined) return undefined
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
    flow.discard()
    return result
  }
  return (
    <div className={classes.offer}>
      {flow.status === 'idle' ? (
        <>
          {plan.data ? (
            <FlowBudget
              confirmations={plan.data}
              formatToken={({ address, amount }) =>
                base.data && address === token
                  ? `${common.tokens(amount, base.data.decimals)} ${base.data.symbol}`
                  : common.tokens(amount)
              }
            />
          ) : null}
          {plan.isError ? <FlowError error={plan.error} money={false} /> : null}
          <Group gap="sm">
            <Button
              aria-label={label}
              disabled={disabled || plan.data === undefined}
              aria-describedby={waiting ? reason : undefined}
              onClick={() => void run()}
            >
              {action}
            </Button>
            {waiting ? (
              <span id={reason} className={classes.line} role="status">
                {words.counting}
              </span>
            ) : null}
          </Group>
        </>
      ) : null}
      <FlowProgress flow={{ ...flow, run, resume: run }} />
      <CopyAsCode code={buildAcquireCode({ network, draft })} />
    </div>
  )
}

const stringify = (draft: AcquireDraft) =>
  JSON.stringify(draft, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/** Buying at a fixed price, with what the account has to pay it. */
export function BuyOffer(props: {
  draft: Extract<AcquireDraft, { method: 'buy' }>
  name: string
  price: bigint
  token: Address
  account: Address
}) {
  const { draft, name, price, token, account } = props
  const { offers: words } = useMessages().acquire
  const client = useOceanClient()
  const base = useQuery(tokenQueryOptions(client, token))
  const balance = useQuery(tokenBalanceQueryOptions(client, { token, account }))
  const { common } = useMessages()
  const decimals = base.data?.decimals ?? 18
  const symbol = base.data?.symbol ?? common.unknown
  const short = balance.data !== undefined && balance.data < price
  return (
    <>
      <p className={classes.line}>{words.sold(common.tokens(price, decimals), symbol)}</p>
      {short ? (
        <p className={classes.line}>{words.short(common.tokens(balance.data ?? 0n, decimals), symbol)}</p>
      ) : null}
      <Offer draft={draft} action={words.buy} label={words.buyNamed(name)} token={token} disabled={short} />
    </>
  )
}
