'use client'
import { Button, Radio, TextInput } from '@mantine/core'
import { useNetwork } from '@/hooks/useNetwork'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import type { PricingForm } from './model/form'
import { useSay } from './useSay'

/** How people get an access token. */
export function PricingFields({ form, change, problems }: AssetPartProps) {
  const words = useMessages().publish.pricing
  const say = useSay()
  const { Ocean } = useNetwork().contracts
  const { pricing } = form
  const set = (next: Partial<PricingForm>) => change({ pricing: { ...pricing, ...next } })
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.title}</legend>
      <Radio.Group
        label={words.label}
        value={pricing.type}
        onChange={(type) => set({ type: type as PricingForm['type'] })}
      >
        <div className={classes.file}>
          {(['none', 'free', 'fixed'] as const).map((type) => (
            <Radio key={type} value={type} label={words.types[type]} description={words.hints[type]} />
          ))}
        </div>
      </Radio.Group>
      {pricing.type === 'fixed' ? (
        <div className={classes.card}>
          <TextInput
            label={words.price}
            required
            inputMode="decimal"
            value={pricing.price}
            error={say(problems.price)}
            onChange={(event) => set({ price: event.currentTarget.value })}
          />
          <div className={classes.row}>
            <TextInput
              className={classes.mono}
              label={words.baseToken}
              description={words.baseTokenHint}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              required
              value={pricing.baseToken}
              error={say(problems.baseToken)}
              onChange={(event) => set({ baseToken: event.currentTarget.value })}
            />
            {Ocean ? (
              <Button variant="default" onClick={() => set({ baseToken: Ocean })}>
                {words.useOcean}
              </Button>
            ) : null}
          </div>
          <div className={classes.pair}>
            <TextInput
              label={words.marketFee}
              description={words.marketFeeHint}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              inputMode="decimal"
              value={pricing.marketFee}
              error={say(problems.marketFee)}
              onChange={(event) => set({ marketFee: event.currentTarget.value })}
            />
            <TextInput
              className={classes.mono}
              label={words.marketFeeCollector}
              value={pricing.marketFeeCollector}
              error={say(problems.marketFeeCollector)}
              onChange={(event) => set({ marketFeeCollector: event.currentTarget.value })}
            />
          </div>
        </div>
      ) : null}
    </fieldset>
  )
}
