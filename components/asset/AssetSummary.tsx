'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { CopyableText } from '@/components/ui/CopyableText'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { AssetStateBadge } from './AssetStateBadge'
import classes from './AssetSummary.module.css'
import { AssetTypeBadge } from './AssetTypeBadge'

/** The asset a page or panel is about: what it is, its name, its DID. */
export function AssetSummary({ asset, actions }: { asset: Asset; actions?: ReactNode }) {
  const { asset: words } = useMessages()
  return (
    <div className={classes.summary}>
      <div className={classes.text}>
        <div className={classes.badges}>
          <AssetTypeBadge type={asset.metadata.type} />
          <AssetStateBadge state={asset.nft.state} />
        </div>
        <Link className={classes.name} href={routes.asset(asset.id)}>
          {asset.metadata.name}
        </Link>
        <span className={classes.did}>
          <CopyableText value={asset.id} label={words.page.did} />
        </span>
      </div>
      {actions}
    </div>
  )
}
