'use client'
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getAddress, isAddress } from 'viem'
import { FlowError } from '@/components/flow/FlowError'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, changePricing, planChangePricing } from '@/lib/ocean'
import { pricingQueryOptions } from '@/lib/queries/pricingQueryOptions'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'
import { listPriceChoices, type PriceChoice, parsePrice, toPricingChange } from './priceChanges'
import { SaveChanges } from './SaveChanges'

/** How people get an access token: what holds now, and what may be changed about it. */
export function EditPrice({ datatoken }: { datatoken: Asset['nftAddress'] }) {
  const { asset, common } = useMessages()
  const words = asset.edit.pricing
  const client = useOceanClient()
  const { Ocean } = useNetwork().contracts
  const { data, error, refetch } = useQuery(pricingQueryOptions(client, datatoken))
  const [chosen, setChosen] = useState<string>()
  const [price, setPrice] = useState('')
  const [token, setToken] = useState<string>(Ocean ?? '')
  const choices = data ? listPriceChoices(data) : []
  const choice = choices.find(({ id }) => id === chosen)
  const priced = choice?.method === 'setRate' || choice?.method === 'sell'
  const rate = choice && 'rate' in choice ? choice.rate : data?.rates[0]
  const typed = isAddress(token.trim(), { strict: false }) ? getAddress(token.trim()) : undefined
  const baseToken = rate?.baseToken ?? typed
  const base = useQuery({ ...tokenQueryOptions(client, baseToken ?? datatoken), enabled: baseToken !== undefined })
  const decimals = rate?.baseTokenDecimals ?? base.data?.decimals
  const amount = decimals === undefined ? undefined : parsePrice(price, decimals)
  const change = choice && toPricingChange(choice, { datatoken, price: amount, baseToken })
  const symbol = base.data?.symbol ?? asset.price.unknownToken
  if (error) {
    return (
      <FlowError error={error} money={false} actions={<Button onClick={() => void refetch()}>{common.retry}</Button>} />
    )
  }
  if (!data) return <WaitingNotice what={words.loading} />
  const sold = data.rates.filter(({ active }) => active)
  const now = [
    ...(data.dispenser?.active ? [words.free] : []),
    ...sold.map((entry) => words.sold(common.tokens(entry.price, entry.baseTokenDecimals), symbol)),
  ]
  const input = change && {
    change: Object.fromEntries(Object.entries(change).map(([key, part]) => [key, String(part)])),
  }
  return (
    <Stack gap="sm">
      <Radio.Group
        label={words.label}
        description={now.length === 0 ? words.ask : now.join(' ')}
        value={chosen ?? ''}
        onChange={setChosen}
      >
        <Stack gap="xs" mt="xs">
          {choices.map(({ id, method }: PriceChoice) => (
            <Radio key={id} value={id} label={words.choices[method].name} description={words.choices[method].meaning} />
          ))}
        </Stack>
      </Radio.Group>
      {choice?.method === 'sell' ? (
        <Group align="end">
          <TextInput
            style={{ flex: '1 1 14rem' }}
            label={words.token}
            description={words.tokenHint}
            required
            value={token}
            error={(token.trim() !== '' && !typed && words.tokenInvalid) || (base.isError && words.tokenUnknown)}
            onChange={(event) => setToken(event.currentTarget.value)}
          />
          {Ocean && token !== Ocean ? (
            <Button variant="default" onClick={() => setToken(Ocean)}>
              {words.useOcean}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {priced ? (
        <TextInput
          label={words.price(symbol)}
          description={words.priceHint}
          required
          inputMode="decimal"
          value={price}
          error={price.trim() !== '' && decimals !== undefined && amount === undefined ? words.priceInvalid : undefined}
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
      ) : null}
      <SaveChanges
        name="changePricing"
        input={input ?? {}}
        start={(present, options) => {
          if (!change) throw new Error('Nothing is chosen')
          return changePricing(present, { change, ...options })
        }}
        plan={async (present) => (change ? planChangePricing(present, { change }) : [])}
        action={words.save}
        ready={change !== undefined}
      />
    </Stack>
  )
}
