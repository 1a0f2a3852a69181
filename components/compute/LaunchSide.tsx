'use client'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAccount } from 'wagmi'
import { AssetPicker } from '@/components/asset/AssetPicker'
import { AssetState } from '@/components/asset/AssetState'
import { AssetSummary } from '@/components/asset/AssetSummary'
import type { useAsset } from '@/components/asset/useAsset'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { findAlgorithmObstacles, findDatasetObstacles, findObstacles } from '@/lib/compute/findObstacles'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import classes from './EnvironmentPicker.module.css'

export type LaunchSideProps = {
  type: 'dataset' | 'algorithm'
  did: string | undefined
  query: ReturnType<typeof useAsset>
  /** The other half of the pair, which decides what may be chosen. */
  other: Asset | undefined
  onChoose(did: string): void
}

/** One half of the pair: what is chosen, or what may be chosen and what not, and why. */
export function LaunchSide({ type, did, query, other, onChoose }: LaunchSideProps) {
  const { compute, allow } = useMessages()
  const words = compute.picker
  const { address } = useAccount()
  const [changing, setChanging] = useState(false)
  const judge = (candidate: Asset) => {
    const [obstacle] =
      other === undefined
        ? type === 'dataset'
          ? findDatasetObstacles(candidate)
          : findAlgorithmObstacles(candidate)
        : findObstacles({
            dataset: type === 'dataset' ? candidate : other,
            algorithm: type === 'dataset' ? other : candidate,
            account: address,
          })
    return obstacle === undefined ? {} : { reason: allow.obstacles[obstacle] }
  }
  const label = type === 'dataset' ? compute.dataset : compute.algorithm
  return (
    <div>
      <p className={classes.legend} style={{ margin: '0 0 0.375rem' }}>
        {label}
      </p>
      {did !== undefined && !changing ? (
        query.data ? (
          <AssetSummary
            asset={query.data}
            actions={
              <Button
                size="xs"
                variant="default"
                aria-label={words.changeNamed(label)}
                onClick={() => setChanging(true)}
              >
                {words.change}
              </Button>
            }
          />
        ) : (
          <AssetState query={query} />
        )
      ) : (
        <div className={classes.list}>
          <AssetPicker
            type={type}
            computable={type === 'dataset'}
            selected={did ? [did] : []}
            judge={judge}
            onToggle={({ id }) => {
              setChanging(false)
              onChoose(id)
            }}
            empty={
              <EmptyState
                icon={type === 'dataset' ? 'data' : 'code'}
                title={type === 'dataset' ? words.noDatasets : words.noAlgorithms}
                action={<LinkButton href={routes.publish()}>{words.publish}</LinkButton>}
              />
            }
          />
          {changing ? (
            <div>
              <Button size="xs" variant="subtle" onClick={() => setChanging(false)}>
                {words.close}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </div>
  )
}
