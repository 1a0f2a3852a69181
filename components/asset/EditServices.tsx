'use client'
import * as z from 'zod/mini'
import { countProblems } from '@/components/publish/model/countProblems'
import { LinkButton } from '@/components/ui/LinkButton'
import { useNetwork } from '@/hooks/useNetwork'
import { getComputeService } from '@/lib/asset/getComputeService'
import { buildUpdateCode } from '@/lib/code/buildUpdateCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, planUpdateAsset, updateAsset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { EditService } from './EditService'
import { SaveChanges } from './SaveChanges'
import { checkServiceEdit, type ServiceEdit, serviceEditSchema, toServiceChanges } from './serviceEdit'
import { useAssetEdit } from './useAssetEdit'

const schema = z.record(z.string(), serviceEditSchema)

/** Each way the asset can be used: what may run besides published algorithms, how long an order lasts, which file. */
export function EditServices({ asset }: { asset: Asset }) {
  const { edit: words } = useMessages().asset
  const network = useNetwork()
  const { chainId, isLocal: local } = network
  const {
    edit = {},
    restored,
    change,
    discard,
  } = useAssetEdit<Record<string, ServiceEdit>>(asset.id, 'services', schema)
  const problems = Object.fromEntries(
    Object.entries(edit).map(([id, service]) => [id, checkServiceEdit(service, { local })]),
  )
  const services = asset.services.flatMap(
    (service) => toServiceChanges(service, { edit: edit[service.id], chainId }) ?? [],
  )
  const faults = countProblems(problems)
  const input = { did: asset.id, changes: { services } }
  return (
    <SaveChanges
      name="updateAsset"
      input={input}
      start={(client, options) => updateAsset(client, { ...input, ...options })}
      plan={(client) => planUpdateAsset(client, input)}
      action={words.saveMetadata}
      changed={services.length > 0 || faults > 0}
      good={faults === 0}
      restored={restored}
      code={buildUpdateCode({ network, asset, changes: input.changes })}
      onDiscard={discard}
    >
      {asset.services.map((service, index) => (
        <EditService
          key={service.id}
          position={index + 1}
          type={asset.metadata.type}
          service={service}
          edit={edit[service.id] ?? {}}
          problems={problems[service.id]}
          onChange={(next) => change({ ...edit, [service.id]: next })}
        />
      ))}
      {asset.metadata.type === 'dataset' && getComputeService(asset) ? (
        <div>
          <LinkButton variant="default" size="sm" href={routes.allow({ dataset: asset.id })}>
            {words.allow}
          </LinkButton>
        </div>
      ) : null}
    </SaveChanges>
  )
}
