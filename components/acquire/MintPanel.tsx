'use client'
import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Address, getAddress, isAddress, parseUnits } from 'viem'
import { useAccount } from 'wagmi'
import { CopyAsCode } from '@/components/compute/CopyAsCode'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowError } from '@/components/flow/FlowError'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { useFlow } from '@/hooks/useFlow'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildAcquireCode } from '@/lib/code/buildAcquireCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type AcquireDraft, type Asset, acquire, planAcquire } from '@/lib/ocean'
import classes from './MintPanel.module.css'

export type Mintable = { asset: Asset; datatoken: Address }

/** An owner issues access tokens to whoever wants to compute. */
export function MintPanel({ mintables }: { mintables: readonly Mintable[] }) {
  const { acquire: all, wallet, common } = useMessages()
  const words = all.mint
  const client = useOceanClient()
  const network = useNetwork()
  const queryClient = useQueryClient()
  const { address } = useAccount()
  const { accounts } = useLocalAccounts()
  const others = accounts.filter((account) => !account.active)
  const preferred = others.find(({ name }) => name === 'Bob') ?? others[0]
  const [to, setTo] = useState<string>(preferred?.address ?? '')
  const [amount, setAmount] = useState('5')
  const [left, setLeft] = useState<readonly string[]>([])
  const [issued, setIssued] = useState<{ amount: string; to: string }>()
  const chosen = mintables.filter(({ asset }) => !left.includes(asset.id))
  const goodAddress = isAddress(to.trim(), { strict: false })
  const goodAmount = /^\d+(\.\d{1,18})?$/.test(amount) && Number(amount) > 0 && Number(amount) <= 1000
  const ready = goodAddress && goodAmount && chosen.length > 0
  const draft: AcquireDraft = {
    method: 'mint',
    mints: ready
      ? chosen.map(({ datatoken }) => ({ datatoken, to: getAddress(to.trim()), amount: parseUnits(amount, 18) }))
      : [],
  }
  const flow = useFlow({
    name: 'acquire',
    input: draft,
    start: (present, options) => acquire(present, { draft, ...options }),
  })
  const plan = useQuery({
    queryKey: [
      'ocean',
      client.network.chainId,
      'planMint',
      { to, amount, chosen: chosen.map((one) => one.datatoken), address },
    ],
    queryFn: () => planAcquire(client, { draft }),
    enabled: ready,
  })
  const run = async () => {
    setIssued(undefined)
    const result = await flow.run()
    if (result === undefined) return undefined
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
    const name = accounts.find((account) => account.address === getAddress(to.trim()))?.name
    setIssued({ amount, to: name ?? to.trim() })
    flow.discard()
    return result
  }
  const fixed = flow.status !== 'idle'
  const toggle = (did: string) => setLeft(left.includes(did) ? left.filter((other) => other !== did) : [...left, did])
  return (
    <Section title={words.title} lead={words.lead}>
      {issued ? (
        <Notice tone="ok" role="status" title={words.done}>
          {words.doneBody(issued.amount, issued.to)}
        </Notice>
      ) : null}
      <div className={classes.fields}>
        {others.length > 0 ? (
          <NativeSelect
            label={wallet.accountMenu}
            disabled={fixed}
            value={others.some((account) => account.address === to) ? to : ''}
            data={[
              ...others.map((account) => ({ value: account.address, label: words.toLocal(account.name) })),
              { value: '', label: words.otherAddress },
            ]}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          className={classes.address}
          label={words.to}
          description={words.toHint}
          disabled={fixed}
          value={to}
          error={to.trim() !== '' && !goodAddress ? words.invalidAddress : undefined}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          className={classes.amount}
          label={words.amount}
          inputMode="decimal"
          disabled={fixed}
          value={amount}
          error={goodAmount ? undefined : words.invalidAmount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
      </div>
      <Checkbox.Group
        label={words.which}
        value={chosen.map(({ asset }) => asset.id)}
        error={chosen.length === 0 ? words.nothing : undefined}
      >
        <Group gap="lg" mt={6}>
          {mintables.map(({ asset }) => (
            <Checkbox
              key={asset.id}
              value={asset.id}
              label={asset.metadata.name}
              disabled={fixed}
              onChange={() => toggle(asset.id)}
            />
          ))}
        </Group>
      </Checkbox.Group>
      {flow.status === 'idle' && ready && plan.isError ? <FlowError error={plan.error} money={false} /> : null}
      {flow.status === 'idle' && ready && plan.data ? (
        <FlowBudget
          confirmations={plan.data}
          formatToken={({ address: token, amount: each }) =>
            words.tokensOf(
              all.tokens(common.tokens(each)),
              chosen.find(({ datatoken }) => datatoken === token)?.asset.metadata.name ?? '',
            )
          }
        />
      ) : null}
      {flow.status === 'idle' ? (
        <Group>
          <Button disabled={!ready || plan.data === undefined} onClick={() => void run()}>
            {words.action(chosen.length)}
          </Button>
          {ready && plan.isFetching && plan.data === undefined ? <span role="status">{all.counting}</span> : null}
        </Group>
      ) : null}
      <FlowProgress flow={{ ...flow, run, resume: run }} />
      {ready ? <CopyAsCode code={buildAcquireCode({ network, draft })} /> : null}
    </Section>
  )
}
