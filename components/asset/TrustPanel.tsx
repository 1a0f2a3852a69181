'use client'
import { AllowedList } from '@/components/allow/AllowedList'
import { noChanges } from '@/components/allow/allowChanges'
import { CopyableText } from '@/components/ui/CopyableText'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import classes from './AssetPage.module.css'
import { DriftRepair } from './DriftRepair'

/** Who may compute on a dataset, and whether what was allowed is still what it was. */
export function TrustPanel({ dataset, isOwner }: { dataset: Asset; isOwner: boolean }) {
  const { page: words } = useMessages().asset
  const trust = findTrust(dataset)
  if (trust.kind === 'none') return null
  return (
    <Section
      title={words.whoMayRun}
      lead={trust.kind === 'both' ? words.bothLists : words.whoMayRunLead}
      actions={
        isOwner ? (
          <LinkButton size="sm" variant="default" href={routes.allow({ dataset: dataset.id })}>
            {words.editAllow}
          </LinkButton>
        ) : undefined
      }
    >
      {isOwner ? <DriftRepair dataset={dataset} /> : null}
      {trust.kind === 'any' ? (
        <p className={classes.text}>{words.anyAlgorithm}</p>
      ) : (
        <AllowedList dataset={dataset} changes={noChanges} />
      )}
      {trust.publishers.length > 0 ? (
        <div>
          <h3 className={classes.subtitle}>{words.publishers}</h3>
          <ul className={classes.plain}>
            {trust.publishers.map((publisher) => (
              <li key={publisher}>
                <CopyableText value={publisher} label={words.publishers} keep={10} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  )
}
