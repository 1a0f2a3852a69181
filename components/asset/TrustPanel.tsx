'use client'
import { AllowedList } from '@/components/allow/AllowedList'
import { noChanges } from '@/components/allow/allowChanges'
import { CopyableText } from '@/components/ui/CopyableText'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset, Service } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import classes from './AssetPage.module.css'
import { DriftRepair } from './DriftRepair'

/** Who may compute on a dataset, and whether what was allowed is still what it was. */
export function TrustPanel({ dataset, isOwner }: { dataset: Asset; isOwner: boolean }) {
  const { page: words } = useMessages().asset
  const services = dataset.services.filter(({ type }) => type === 'compute')
  const [first] = services
  if (!first) return null
  const both = services.length === 1 && findTrust(dataset).kind === 'both'
  return (
    <Section
      title={words.whoMayRun}
      lead={both ? words.bothLists : words.whoMayRunLead}
      actions={
        isOwner ? (
          <LinkButton size="sm" variant="default" href={routes.allow({ dataset: dataset.id })}>
            {words.editAllow}
          </LinkButton>
        ) : undefined
      }
    >
      {services.map((service) => (
        <ServiceTrust
          key={service.id}
          dataset={dataset}
          service={service}
          named={services.length > 1}
          isOwner={isOwner}
        />
      ))}
    </Section>
  )
}

type ServiceTrustProps = { dataset: Asset; service: Service; named: boolean; isOwner: boolean }

function ServiceTrust({ dataset, service, named, isOwner }: ServiceTrustProps) {
  const { page: words } = useMessages().asset
  const focused: Asset = { ...dataset, services: [service] }
  const trust = findTrust(focused)
  return (
    <>
      {named ? (
        <h3 className={classes.subtitle}>{service.name || words.service(service.id, words.serviceTypes.compute)}</h3>
      ) : null}
      {isOwner ? <DriftRepair dataset={dataset} service={service} /> : null}
      {trust.kind === 'any' ? (
        <p className={classes.text}>{words.anyAlgorithm}</p>
      ) : (
        <AllowedList dataset={focused} changes={noChanges} />
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
    </>
  )
}
