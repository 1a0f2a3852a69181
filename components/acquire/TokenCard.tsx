'use client'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Address, isAddress } from 'viem'
import { useAccount } from 'wagmi'
import { AssetSummary } from '@/components/asset/AssetSummary'
import { useIsOwner } from '@/components/asset/useIsOwner'
import { FlowError } from '@/components/flow/FlowError'
import { CopyableText } from '@/components/ui/CopyableText'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useOceanClient } from '@/hooks/useOceanClient'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import { sameAddress } from '@/lib/asset/sameAddress'
import { orderCost } from '@/lib/compute/assessPayment'
import { useMessages } from '@/lib/messages/useMessages'
import type { AccessOptions, Asset } from '@/lib/ocean'
import { accessQueryOptions } from '@/lib/queries/accessQueryOptions'
import { BuyOffer, Offer } from './Offer'
import classes from './TokenCard.module.css'

/** The service of an asset that a job orders. */
export function getOrderedService(asset: Asset) {
  return asset.metadata.type === 'dataset' ? getComputeService(asset) : getAlgorithmService(asset)
}

/** What the account holds of one asset's access token, what a job takes, and how to get it. */
export function TokenCard({ asset, actions }: { asset: Asset; actions?: ReactNode }) {
  const { acquire: words, common } = useMessages()
  const client = useOceanClient()
  const { address } = useAccount()
  const service = getOrderedService(asset)
  const query = useQuery({
    ...accessQueryOptions(client, { datatoken: service?.datatokenAddress ?? '0x', account: address ?? '0x' }),
    enabled: service !== undefined && address !== undefined,
  })
  const access = query.data
  const enough = access !== undefined && access.balance >= orderCost
  return (
    <article className={classes.card}>
      <AssetSummary asset={asset} actions={actions} />
      <dl className={classes.numbers}>
        <div>
          <dt>{words.holds}</dt>
          <dd>
            {access ? common.tokens(access.balance) : address === undefined || query.isError ? words.unknown : '…'}
            {access ? (
              <span className={classes.verdict} data-tone={enough ? 'ok' : 'warn'}>
                {enough ? words.enough : words.missing}
              </span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{words.needs}</dt>
          <dd>
            {words.needsOne}
            <span className={classes.verdict}>
              {words.why}
              {service
                ? `; ${service.timeout === 0 ? words.ordersForever : words.ordersLast(common.duration(service.timeout))}`
                : null}
            </span>
          </dd>
        </div>
      </dl>
      {query.isError ? (
        <FlowError
          error={query.error}
          money={false}
          actions={
            <Button size="sm" onClick={() => void query.refetch()}>
              {common.retry}
            </Button>
          }
        />
      ) : null}
      {address !== undefined && query.isPending && service ? <WaitingNotice what={words.offers.loading} /> : null}
      {access && address && !enough ? <Offers asset={asset} access={access} account={address} /> : null}
    </article>
  )
}

function Offers({ asset, access, account }: { asset: Asset; access: AccessOptions; account: Address }) {
  const { acquire } = useMessages()
  const words = acquire.offers
  const { owner, isOwner } = useIsOwner(asset)
  const { accounts } = useLocalAccounts()
  const { datatoken, dispenser, fixedRates, templateId } = access
  const name = asset.metadata.name
  const rate = fixedRates.find(({ standalone }) => standalone)
  if (dispenser?.standalone)
    return dispenser.maxBalance > access.balance ? (
      <div className={classes.offer}>
        <p className={classes.line}>{words.free}</p>
        <Offer draft={{ method: 'dispense', datatoken }} action={words.take} label={words.takeNamed(name)} />
      </div>
    ) : (
      <p className={classes.line}>{words.full}</p>
    )
  if (rate)
    return (
      <BuyOffer
        draft={{ method: 'buy', datatoken, exchangeId: rate.exchangeId }}
        name={name}
        price={rate.price}
        token={rate.baseToken}
        account={account}
      />
    )
  if (templateId === 2 && (dispenser || fixedRates.length > 0))
    return <p className={classes.line}>{dispenser ? words.atOrderFree : words.atOrderSold}</p>
  if (isOwner || access.isMinter) return null
  const local = accounts.find((entry) => sameAddress(entry.address, owner))
  return (
    <div className={classes.offer}>
      <p className={classes.line}>{words.none}.</p>
      {owner && isAddress(owner) ? (
        <p className={classes.line}>
          {words.ask} <CopyableText value={owner} label={words.owner} />
        </p>
      ) : null}
      <p className={classes.line}>
        {words.yourAddress}: <CopyableText value={account} label={words.yourAddress} />
      </p>
      {local ? <p className={classes.line}>{words.local(local.name)}</p> : null}
    </div>
  )
}
