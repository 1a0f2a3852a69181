'use client'
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getAddress } from 'viem'
import * as z from 'zod/mini'
import { checkAddress } from '@/components/publish/model/checkAddress'
import { checkAmount } from '@/components/publish/model/checkAmount'
import { isNoToken } from '@/components/publish/model/isNoToken'
import { useSay } from '@/components/publish/useSay'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildPriceCode } from '@/lib/code/buildPriceCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, changePricing, planChangePricing } from '@/lib/ocean'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'
import { listPriceChoices, type PriceChoice, type PricingNow, parsePrice, toPricingChange } from './priceChanges'
import { SaveChanges } from './SaveChanges'
import { useAssetEdit } from './useAssetEdit'

const schema = z.object({ chosen: z.optional(z.string()), price: z.string(), token: z.optional(z.string()) })
type PriceEdit = z.infer<typeof schema>

/** What may be changed about how an access token is handed out. */
export function PriceForm({ datatoken, pricing }: { datatoken: Asset['nftAddress']; pricing: PricingNow }) {
  const { asset, common } = useMessages()
  const words = asset.edit.pricing
  const say = useSay()
  const client = useOceanClient()
  const network = useNetwork()
  const { Ocean } = network.contracts
  const stored = useAssetEdit<PriceEdit>(datatoken, 'price', schema)
  const edit = stored.edit ?? { price: '' }
  const set = (next: Partial<PriceEdit>) => stored.change({ ...edit, ...next })
  const token = edit.token ?? Ocean ?? ''
  const choices = listPriceChoices(pricing)
  const choice = choices.find(({ id }) => id === edit.chosen)
  const rate = choice && 'rate' in choice ? choice.rate : pricing.rates[0]
  const tokenFault = rate ? undefined : checkAddress(token)
  const baseToken = rate?.baseToken ?? (tokenFault ? undefined : getAddress(token.trim()))
  const base = useQuery({
    ...tokenQueryOptions(client, baseToken ?? datatoken),
    enabled: baseToken !== undefined,
    retry: 1,
  })
  const decimals = rate?.baseTokenDecimals ?? base.data?.decimals ?? 18
  const priceFault = checkAmount(edit.price, { decimals })
  const amount = base.data ? parsePrice(edit.price, decimals) : undefined
  const change = choice && toPricingChange(choice, { datatoken, price: amount, baseToken })
  const symbol = base.data?.symbol ?? asset.price.unknownToken
  const sold = pricing.rates.filter(({ active }) => active)
  const now = [
    ...(pricing.dispenser?.active ? [words.free] : []),
    ...sold.map((entry) => words.sold(common.tokens(entry.price, entry.baseTokenDecimals), symbol)),
  ]
  const input = change
    ? { change: Object.fromEntries(Object.entries(change).map(([key, part]) => [key, String(part)])) }
    : {}
  return (
    <SaveChanges
      name="changePricing"
      input={input}
      start={(present, options) => {
        if (!change) throw new TypeError('Nothing is chosen.')
        return changePricing(present, { change, ...options })
      }}
      plan={async (present) => (change ? planChangePricing(present, { change }) : [])}
      action={words.save}
      changed={choice !== undefined}
      good={change !== undefined && !(choice?.method === 'sell' && base.isError)}
      restored={stored.restored}
      code={change && buildPriceCode({ network, datatoken, change, decimals })}
      onDiscard={stored.discard}
    >
      <Radio.Group
        label={words.label}
        description={now.length === 0 ? words.ask : now.join(' ')}
        value={choice?.id ?? ''}
        onChange={(chosen) => set({ chosen })}
      >
        <Stack gap="xs" mt="xs">
          {choices.map(({ id, method }: PriceChoice) => (
            <Radio key={id} value={id} label={words.choices[method].name} description={words.choices[method].meaning} />
          ))}
        </Stack>
      </Radio.Group>
      {choice?.method === 'sell' ? (
        <Group align="flex-end">
          <TextInput
            style={{ flex: '1 1 14rem' }}
            label={words.token}
            description={words.tokenHint}
            required
            value={token}
            error={say(
              tokenFault
                ? { code: tokenFault }
                : base.isError
                  ? { code: isNoToken(base.error) ? 'notToken' : 'chainSilent' }
                  : undefined,
            )}
            onChange={(event) => set({ token: event.currentTarget.value })}
          />
          {Ocean && token !== Ocean ? (
            <Button variant="default" onClick={() => set({ token: Ocean })}>
              {words.useOcean}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {choice?.method === 'sell' || choice?.method === 'setRate' ? (
        <TextInput
          label={words.price(symbol)}
          description={words.priceHint}
          required
          inputMode="decimal"
          value={edit.price}
          error={say(edit.price.trim() === '' ? undefined : priceFault)}
          onChange={(event) => set({ price: event.currentTarget.value })}
        />
      ) : null}
    </SaveChanges>
  )
}
