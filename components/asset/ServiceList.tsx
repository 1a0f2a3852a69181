'use client'
import { useQuery } from '@tanstack/react-query'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { Section } from '@/components/ui/Section'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset, Service } from '@/lib/ocean'
import { filesQueryOptions } from '@/lib/queries/filesQueryOptions'
import classes from './AssetPage.module.css'

/** The services of an asset, with what the Provider finds at their files. */
export function ServiceList({ asset }: { asset: Asset }) {
  const { asset: all } = useMessages()
  const words = all.page
  const container = asset.metadata.algorithm?.container
  return (
    <Section title={words.services}>
      {asset.services.map((service) => (
        <div key={service.id}>
          <h3 className={classes.subtitle}>{words.service(service.id, words.serviceTypes[service.type])}</h3>
          {service.name ? <p className={classes.text}>{service.name}</p> : null}
          <ServiceFacts did={asset.id} service={service} />
        </div>
      ))}
      {container ? (
        <div>
          <h3 className={classes.subtitle}>{words.container}</h3>
          <KeyValueList
            items={[
              { label: words.image, value: `${container.image}:${container.tag}` },
              { label: words.entrypoint, value: <code>{container.entrypoint}</code> },
              { label: words.checksum, value: <CopyableText value={container.checksum} label={words.checksum} /> },
            ]}
          />
        </div>
      ) : null}
    </Section>
  )
}

function ServiceFacts({ did, service }: { did: string; service: Service }) {
  const { asset: all, common } = useMessages()
  const words = all.page
  const client = useOceanClient()
  const { compute } = service
  const query = useQuery(
    filesQueryOptions(client, { did, serviceId: service.id, providerUrl: service.serviceEndpoint }),
  )
  return (
    <KeyValueList
      items={[
        {
          label: words.files,
          value: query.data ? (
            <span className={classes.lines}>
              {query.data.map((file) => (
                <span key={file.index}>
                  {file.valid
                    ? words.fileFact(
                        file.contentType ?? words.unknownType,
                        file.contentLength === undefined ? words.unknownSize : common.bytes(file.contentLength),
                      )
                    : words.fileUnreachable}
                </span>
              ))}
            </span>
          ) : query.isError ? (
            words.filesUnknown
          ) : (
            words.filesLoading
          ),
        },
        {
          label: words.timeout,
          value: service.timeout === 0 ? words.forever : common.duration(service.timeout),
        },
        { label: words.provider, value: service.serviceEndpoint },
        ...(compute
          ? [
              { label: words.rawAlgorithms, value: compute.allowRawAlgorithm ? words.rawAllowed : words.rawRefused },
              {
                label: words.networkAccess,
                value: compute.allowNetworkAccess ? words.networkAllowed : words.networkRefused,
              },
            ]
          : []),
      ]}
    />
  )
}
